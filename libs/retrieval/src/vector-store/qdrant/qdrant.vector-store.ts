import { type EmbeddingSignature } from '@lectern/embedding';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { type Schemas } from '@qdrant/js-client-rest';
import { type PointKind } from '../../text/sparse-encoder';
import { assertQuery, assertTenant, assertVector } from '../assert-call';
import { QdrantCollection } from './qdrant-collection';
import { QdrantConnection, READ_SECONDS, WRITE_SECONDS, type Answer, type QdrantApi } from './qdrant-connection';
import { QdrantFault, unavailable } from './qdrant-fault';
import { is, ownerFrom, requestsOf, structOf, within } from './qdrant-points';
import { frequencyOf, frequencyQueries, hitsOf, listQueries } from './qdrant-search';
import {
  VectorStore,
  type Point,
  type PointCounts,
  type PointWriter,
  type StoreAnswer,
  type StoredDocument,
  type StoreQuery,
} from '../vector-store';

interface QdrantOptions {
  url: string;
  apiKey: string | undefined;
  /** An alias; the collections behind it carry a version. */
  collection: string;
  signature: EmbeddingSignature;
}

type Request<Target, Result> = (api: QdrantApi, target: Target, init: RequestInit) => Promise<Answer<Result>>;

/** Documents times generations that one listing can tell. */
const MOST_OWNERS = 1_000_000;
/** Points may be written while others of the document are removed; who writes them looks again, so it ends. */
const DELETE_ROUNDS = 3;

/** Qdrant 1.19 or newer: a collection for all tenants, each with statistics and, once it is large, a graph of its own. */
export class QdrantVectorStore extends VectorStore {
  private readonly connection: QdrantConnection;
  private readonly collection: QdrantCollection;

  private readonly signature: EmbeddingSignature;

  constructor({ url, apiKey, collection, signature }: QdrantOptions) {
    super();
    this.signature = signature;
    this.connection = new QdrantConnection(url, apiKey);
    this.collection = new QdrantCollection(this.connection, collection, signature);
  }

  async upsert(tenant: TenantId, points: readonly Point[], signal: AbortSignal): Promise<void> {
    await this.use((collection) => this.upsertInto(collection, tenant, points, signal), signal);
  }

  async search(tenant: TenantId, query: StoreQuery, signal: AbortSignal): Promise<StoreAnswer> {
    assertQuery(query);
    if (query.dense) assertVector(query.dense, this.signature);
    const lists = listQueries(tenant, query);
    const terms = query.frequenciesOf ?? new Uint32Array(0);
    const asked = lists.flatMap(({ query }) => query ?? []);
    const searches = [...asked, ...frequencyQueries(tenant, terms)];
    const [answers, passages] = await Promise.all([
      searches.length === 0 ? [] : this.read((api, target, init) => api.queryBatchPoints({ ...target, searches }, init), signal),
      this.exactCount(within(tenant, is('kind', 'passage')), signal),
    ]);
    const found = answers.map(({ points }) => points);
    const bests = found.splice(asked.length);
    return {
      lists: lists.map(({ list, query }) => ({ ...list, hits: query ? hitsOf(tenant, list.kind, found.shift()!) : [] })),
      passages,
      frequencies: terms.map((_, i) => frequencyOf(passages, bests[2 * i]?.[0], bests[2 * i + 1]?.[0])),
    };
  }

  async deleteDocument(
    tenant: TenantId,
    documentId: DocumentId,
    { keepGeneration }: { keepGeneration?: number },
    signal: AbortSignal,
  ): Promise<PointCounts> {
    const document = within(tenant, is('document_id', documentId));
    const filter = keepGeneration === undefined ? document : { ...document, must_not: [is('generation', keepGeneration)] };
    const counts = await this.countKinds(filter, signal);
    for (let round = 0; round < DELETE_ROUNDS; round++) {
      await this.write((api, target, init) => api.deletePoints({ ...target, ordering: 'strong', filter }, init), signal);
      const { points } = await this.read(
        (api, target, init) => api.scrollPoints({ ...target, filter, limit: 1, with_payload: false }, init),
        signal,
      );
      if (points.length === 0) return counts;
    }
    throw unavailable(new QdrantFault(undefined, 'Points of a deleted document are still there'));
  }

  async count(tenant: TenantId, documentId: DocumentId, generation: number, signal: AbortSignal): Promise<PointCounts> {
    return this.countKinds(within(tenant, is('document_id', documentId), is('generation', generation)), signal);
  }

  override async rebuild(fill: (write: PointWriter) => Promise<void>, signal: AbortSignal): Promise<void> {
    const fillNext = (collection: string) => fill((...written) => translated(this.upsertInto(collection, ...written)));
    await translated(this.collection.replace(fillNext, signal));
  }

  async documents(signal: AbortSignal): Promise<StoredDocument[]> {
    const [chunks, passages] = await Promise.all([this.owners('chunk', signal), this.owners('passage', signal)]);
    const owners = new Set([...chunks.keys(), ...passages.keys()]);
    return Array.from(owners, (owner) => ({ ...ownerFrom(owner), chunk: chunks.get(owner) ?? 0, passage: passages.get(owner) ?? 0 }));
  }

  async ping(signal: AbortSignal): Promise<void> {
    await this.read((api, { collection_name }, init) => api.getCollection({ collection_name }, init), signal);
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** How many points of a kind each document and generation has, of all tenants: the one question without a tenant. */
  private async owners(kind: PointKind, signal: AbortSignal): Promise<Map<string, number>> {
    const request = { key: 'owner', filter: { must: [is('kind', kind)] }, limit: MOST_OWNERS, exact: true };
    const { hits } = await this.read((api, target, init) => api.facet({ ...target, ...request }, init), signal);
    if (hits.length === MOST_OWNERS) throw unavailable(new QdrantFault(400, `More than ${MOST_OWNERS} documents`));
    return new Map(hits.map(({ value, count }) => [String(value), count]));
  }

  private async countKinds(filter: ReturnType<typeof within>, signal: AbortSignal): Promise<PointCounts> {
    const of = (kind: PointKind) => this.exactCount({ ...filter, must: [...filter.must, is('kind', kind)] }, signal);
    const [chunk, passage] = await Promise.all([of('chunk'), of('passage')]);
    return { chunk, passage };
  }

  private async exactCount(filter: Schemas['Filter'], signal: AbortSignal): Promise<number> {
    const { count } = await this.read((api, target, init) => api.countPoints({ ...target, filter, exact: true }, init), signal);
    return count;
  }

  private read<Result>(ask: Request<{ collection_name: string; timeout: number }, Result>, signal: AbortSignal) {
    return this.run(ask, { timeout: READ_SECONDS }, signal);
  }

  private write<Result>(ask: Request<{ collection_name: string; timeout: number; wait: true }, Result>, signal: AbortSignal) {
    return this.run(ask, { timeout: WRITE_SECONDS, wait: true } as const, signal);
  }

  private run<Target extends { timeout: number }, Result>(
    ask: Request<Target & { collection_name: string }, Result>,
    target: Target,
    signal: AbortSignal,
  ): Promise<NonNullable<Result>> {
    const send = (collection_name: string) =>
      this.connection.call((api, init) => ask(api, { ...target, collection_name }, init), signal, target.timeout);
    return this.use(send, signal);
  }

  private use<Result>(work: (collection: string) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return translated(this.collection.use(work, signal));
  }

  private async upsertInto(collection_name: string, tenant: TenantId, points: readonly Point[], signal: AbortSignal): Promise<void> {
    assertTenant(tenant);
    for (const { dense } of points) assertVector(dense, this.signature);
    for (const request of requestsOf(points)) {
      const body = { collection_name, timeout: WRITE_SECONDS, wait: true, points: request.map((point) => structOf(tenant, point)) };
      await this.connection.call((api, init) => api.upsertPoints(body, init), signal, WRITE_SECONDS);
    }
  }
}

function translated<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw error instanceof QdrantFault ? unavailable(error) : error;
  });
}
