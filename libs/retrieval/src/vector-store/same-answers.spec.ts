import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LexicalEmbeddingProvider } from '@lectern/embedding';
import { type DocumentId, type TenantId, seededRandom } from '@lectern/platform';
import { pointOf } from '../../../../test/support/points';
import { describeWithQdrant, startQdrant, type TestQdrant } from '../../../../test/support/qdrant';
import { encodeQuery, type PointKind } from '../text/sparse-encoder';
import { EmbeddedVectorStore } from './embedded/embedded.vector-store';
import { QdrantVectorStore } from './qdrant/qdrant.vector-store';
import { type Hit, type Point } from './vector-store';

const thread = resolve(__dirname, '../../../../dist/libs/retrieval/src/vector-store/embedded/embedded.vector-store.thread.js');
const never = new AbortController().signal;
const tenants = ['ann', 'bob'] as TenantId[];
const provider = new LexicalEmbeddingProvider({ dimension: 64 });

const WORDS = `magma basalt volcano crust mantle plate erupt lava ash glacier river delta sediment erosion fossil granite quartz
  the of a in and is rises flows cools under above chlorophyll leaf root stem petal pollen Vulkanausbruch Straße ледник 火山 岩石`.split(
  /\s+/,
);
const random = seededRandom(7);
/** Some words are common and most are rare, as in any language. */
const sentence = (length: number) => Array.from({ length }, () => WORDS[Math.floor(WORDS.length * random() ** 2)]).join(' ');

async function points(documents: number): Promise<Point[]> {
  const made: Point[] = [];
  for (let d = 0; d < documents; d++) {
    const documentId = `00000000-0000-7000-8000-${String(d + documents * 100).padStart(12, '0')}` as DocumentId;
    for (let index = 0; index < 25; index++) {
      const kind: PointKind = index < 5 ? 'passage' : 'chunk';
      const text = sentence(kind === 'passage' ? 80 : 25);
      const [dense] = await provider.embedPassages([text], never);
      made.push(pointOf(text, { documentId, kind, index, end: text.length, dense: dense! }));
    }
  }
  return made;
}

const keyOf = ({ documentId, index }: Hit) => `${documentId}/${index}`;

describeWithQdrant('embedded and Qdrant', () => {
  let qdrant: TestQdrant;
  let stores: [EmbeddedVectorStore, QdrantVectorStore];
  const collection = `lectern_same_${process.pid}`;
  const directory = mkdtempSync(join(tmpdir(), 'lectern-same-'));
  const documents = new Map<TenantId, DocumentId[]>();

  beforeAll(async () => {
    qdrant = await startQdrant();
    stores = [
      new EmbeddedVectorStore({ file: join(directory, 'vectors.db'), signature: provider.signature, thread }),
      new QdrantVectorStore({ url: qdrant.url, apiKey: process.env.QDRANT_API_KEY, collection, signature: provider.signature }),
    ];
    for (const [i, tenant] of tenants.entries()) {
      const all = await points(8 + i);
      documents.set(tenant, [...new Set(all.map(({ documentId }) => documentId))]);
      for (const store of stores) await store.upsert(tenant, all, never);
    }
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await qdrant.drop(collection);
    await qdrant.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('give the same answers to the same questions, ties in the same order', async () => {
    for (let n = 0; n < 40; n++) {
      const tenant = tenants[n % 2]!;
      const text = sentence(1 + (n % 7));
      const sparse = encodeQuery(text);
      const scope = n % 5 === 0 ? { documentIds: documents.get(tenant)!.slice(0, 3) } : {};
      const query = { sparse, dense: await provider.embedQuery(text, never), limit: 200, frequenciesOf: sparse.indices, ...scope };
      const [ours, theirs] = await Promise.all([stores[0].search(tenant, query, never), stores[1].search(tenant, query, never)]);
      expect([theirs.passages, [...theirs.frequencies]]).toEqual([ours.passages, [...ours.frequencies]]);
      for (const list of ours.lists) {
        const other = theirs.lists.find(({ leg, kind }) => leg === list.leg && kind === list.kind)!;
        if (list.leg === 'sparse') expectSame(list.hits, other.hits);
        else expectAlike(list.hits, other.hits);
      }
    }
  });

  it('list the same documents, and forget the same', async () => {
    const listed = async () =>
      (await Promise.all(stores.map((store) => store.documents(never)))).map((list) =>
        list.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1)),
      );
    let [ours, theirs] = await listed();
    expect(theirs).toEqual(ours);
    const [first] = documents.get(tenants[0]!)!;
    const [gone, goneThere] = await Promise.all(stores.map((store) => store.deleteDocument(tenants[0]!, first!, {}, never)));
    expect(goneThere).toEqual(gone);
    [ours, theirs] = await listed();
    expect(theirs).toEqual(ours);
  });
});

/** One engine adds in 32 bits and the other in 64: hits may change places where their scores are equal to that. */
function expectSame(ours: readonly Hit[], theirs: readonly Hit[]): void {
  expect(theirs.map(keyOf).toSorted()).toEqual(ours.map(keyOf).toSorted());
  const scores = new Map(ours.map((hit) => [keyOf(hit), hit.score]));
  theirs.forEach((hit, rank) => {
    const score = scores.get(keyOf(hit))!;
    expect(Math.abs(hit.score - score)).toBeLessThanOrEqual(1e-4 * score);
    expect(Math.abs(ours[rank]!.score - score)).toBeLessThanOrEqual(1e-4 * score);
  });
}

/** Vectors of 8 bits are near those of 32. */
function expectAlike(ours: readonly Hit[], theirs: readonly Hit[]): void {
  const scores = new Map(ours.map((hit) => [keyOf(hit), hit.score]));
  const best = theirs.slice(0, 10);
  expect(best.filter((hit) => scores.has(keyOf(hit)))).toHaveLength(best.length);
  for (const hit of best) expect(hit.score).toBeCloseTo(scores.get(keyOf(hit))!, 1);
}
