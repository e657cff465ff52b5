import { join } from 'node:path';
import { type EmbeddingSignature } from '@lectern/embedding';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { encodePassage, encodeQuery, pointId, type PointKind } from '@lectern/retrieval';
import { QdrantClient } from '@qdrant/js-client-rest';
import { EmbeddedVectorStore } from '../../../libs/retrieval/src/vector-store/embedded/embedded.vector-store';
import { QdrantVectorStore } from '../../../libs/retrieval/src/vector-store/qdrant/qdrant.vector-store';
import { type Point, type VectorStore } from '../../../libs/retrieval/src/vector-store/vector-store';
import { DIMENSION, type BenchDocument, type Part } from '../library';
import { type System, type SystemOptions } from '../system';

const never = new AbortController().signal;
const signature: EmbeddingSignature = {
  provider: 'bench',
  model: 'topics',
  revision: '1',
  dimension: DIMENSION,
  pooling: 'none',
  instruction: '',
};
const POINTS_A_CALL = 250;

export async function lecternEmbedded({ directory }: SystemOptions): Promise<System> {
  const open = () => new EmbeddedVectorStore({ file: join(directory, 'vectors.db'), signature });
  const [writer, reader] = [open(), open()];
  return {
    ...lectern(reader),
    add: lectern(writer).add,
    // the worker writes and the API searches: processes of their own
    finish: () => writer.close(),
  };
}

export async function lecternQdrant({ qdrantUrl }: SystemOptions): Promise<System> {
  if (!qdrantUrl) throw new Error('skipped: set QDRANT_URL');
  const [apiKey, collection] = [process.env.QDRANT_API_KEY, `lectern_bench_${process.pid}`];
  const system = lectern(new QdrantVectorStore({ url: qdrantUrl, apiKey, collection, signature }));
  const client = new QdrantClient({ url: qdrantUrl, ...(apiKey && { apiKey }) });
  return {
    ...system,
    async close() {
      await system.close();
      const { aliases } = await client.getAliases();
      for (const { alias_name, collection_name } of aliases) if (alias_name === collection) await client.deleteCollection(collection_name);
    },
  };
}

/** Through the port that the service uses: four lists (words and vectors, chunks and passages) an answer. */
function lectern(store: VectorStore): System {
  return {
    async add(documents) {
      for (const [tenant, own] of Map.groupBy(documents, (document) => document.tenant)) {
        const points = own.flatMap(pointsOf);
        for (let from = 0; from < points.length; from += POINTS_A_CALL)
          await store.upsert(tenantOf(tenant), points.slice(from, from + POINTS_A_CALL), never);
      }
    },
    async finish() {},
    async search({ tenant, text, vector }, limit) {
      const { lists } = await store.search(tenantOf(tenant), { sparse: encodeQuery(text), dense: vector, limit }, never);
      return lists.reduce((sum, { hits }) => sum + hits.length, 0);
    },
    close: () => store.close(),
  };
}

const tenantOf = (tenant: number) => `tenant-${tenant}` as TenantId;

function pointsOf({ number, chunks, passages }: BenchDocument): Point[] {
  const documentId = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as DocumentId;
  const pointOf = (kind: PointKind, { text, vector, passage }: Part, index: number): Point => ({
    id: pointId(documentId, 1, kind, index),
    documentId,
    generation: 1,
    kind,
    index,
    passage,
    start: 250 * index,
    end: 250 * index + text.length,
    page: 1,
    pageEnd: 1,
    dense: vector,
    sparse: encodePassage(text, kind),
  });
  return [...chunks.map((part, i) => pointOf('chunk', part, i)), ...passages.map((part, i) => pointOf('passage', part, i))];
}
