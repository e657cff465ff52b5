import fc from 'fast-check';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { encodeQuery } from '../text/sparse-encoder';
import { ReferenceStore } from './reference-store.contract';
import { bothKinds, direction } from './sample-points.contract';
import { type HitList, type VectorStore } from './vector-store';

const never = new AbortController().signal;

const WORDS = 'magma lava basalt granite erupts rises cools flows leaf root petal sugar light Vulkan Straße ледник 火山'.split(' ');
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const aDocument = fc.constantFrom(1, 2, 3);
const aGeneration = fc.constantFrom(1, 2);
const aTenant = fc.constantFrom(1, 2, 3);
const change = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ tenant: aTenant, document: aDocument, generation: aGeneration, texts: fc.array(text, { maxLength: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ tenant: aTenant, document: aDocument, keepGeneration: fc.option(aGeneration, { nil: undefined }) }) },
);
const question = fc.record({
  tenant: aTenant,
  text,
  seed: fc.nat(99),
  limit: fc.constantFrom(1, 3, 100),
  documents: fc.option(fc.uniqueArray(aDocument, { minLength: 1 }), { nil: undefined }),
});

/** Stores keep dense vectors in 8 bits or in 32. */
const TOLERANCE: Record<HitList['leg'], number> = { sparse: 1e-4, dense: 0.02 };

/** The best of `expected` up to the limit, each with its own score, best first: which of nearly equal ones is open. */
function expectBest(actual: HitList, expected: HitList, limit: number): void {
  const near = TOLERANCE[actual.leg];
  const keyOf = ({ score: _score, ...source }: HitList['hits'][number]) => JSON.stringify(Object.entries(source).toSorted());
  const scores = new Map(expected.hits.map((hit) => [keyOf(hit), hit.score]));
  const surely = expected.hits.filter(({ score }) => score > near).length;
  expect(actual.hits.length).toBeGreaterThanOrEqual(Math.min(limit, surely));
  expect(actual.hits.length).toBeLessThanOrEqual(limit);
  actual.hits.forEach((hit, rank) => {
    expect(Math.abs(hit.score - (scores.get(keyOf(hit)) ?? 0))).toBeLessThan(near * Math.max(1, hit.score));
    expect(hit.score).toBeGreaterThan((expected.hits[rank]?.score ?? 0) - near * Math.max(1, hit.score));
    expect(hit.score).toBeLessThanOrEqual(actual.hits[rank - 1]?.score ?? Infinity);
  });
}

/** Changes a store and the reference alike, at random, and asks both the same. */
export async function expectAnswersOfReference(store: VectorStore): Promise<void> {
  let round = 0;
  const property = fc.asyncProperty(
    fc.array(change, { minLength: 1, maxLength: 10 }),
    fc.array(question, { minLength: 3, maxLength: 6 }),
    async (changes, questions) => {
      round++; // tenants of their own: the others have what earlier rounds left
      const tenantOf = (n: number) => `tenant-${round}-${n}` as TenantId;
      const documentOf = (n: number, d: number) => `0000${n}00${d}-0000-7000-8000-${String(round).padStart(12, '0')}` as DocumentId;
      const reference = new ReferenceStore();
      for (const { tenant: n, document: d, ...rest } of changes) {
        const [tenant, document] = [tenantOf(n), documentOf(n, d)];
        if ('texts' in rest) {
          const points = bothKinds(document, rest.texts, rest.generation);
          await store.upsert(tenant, points, never);
          reference.upsert(tenant, points);
        } else {
          const gone = await store.deleteDocument(tenant, document, { keepGeneration: rest.keepGeneration }, never);
          expect(gone).toEqual(reference.deleteDocument(tenant, document, rest.keepGeneration));
        }
      }
      for (const { tenant: n, text: asked, seed, limit, documents } of questions) {
        const [tenant, sparse] = [tenantOf(n), encodeQuery(asked)];
        const documentIds = documents?.map((d) => documentOf(n, d));
        const query = { sparse, dense: direction(seed), limit, documentIds, frequenciesOf: sparse.indices };
        const [actual, expected] = [await store.search(tenant, query, never), reference.search(tenant, query)];
        expect([actual.passages, [...actual.frequencies]]).toEqual([expected.passages, [...expected.frequencies]]);
        expect(actual.lists).toHaveLength(4);
        for (const list of actual.lists)
          expectBest(
            list,
            expected.lists.find(({ leg, kind }) => leg === list.leg && kind === list.kind)!,
            limit,
          );
        expect(await store.count(tenant, documentOf(n, 1), 1, never)).toEqual(reference.count(tenant, documentOf(n, 1), 1));
      }
    },
  );
  await fc.assert(property, { numRuns: 25 });
}
