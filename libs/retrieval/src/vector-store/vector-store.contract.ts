import fc from 'fast-check';
import { type DocumentId, type TenantId } from '@lectern/platform';
import { encodePassage, encodeQuery, stemTerm, type PointKind } from '../text/sparse-encoder';
import { pointId } from './point-id';
import { ReferenceStore } from './reference-store.contract';
import { type HitList, type Point, type StoreAnswer, type VectorStore } from './vector-store';

const DIMENSION = 8;
const ann = 'tenant-ann' as TenantId;
const bob = 'tenant-bob' as TenantId;
const volcanoes = '00000000-0000-7000-8000-000000000001' as DocumentId;
const plants = '00000000-0000-7000-8000-000000000002' as DocumentId;
const never = new AbortController().signal;

const TEXTS = ['Volcanoes erupt when magma rises.', 'Magma is molten rock below the surface.', 'Basalt is a rock that volcanoes make.'];

function direction(seed: number): Float32Array {
  const vector = Float32Array.from({ length: DIMENSION }, (_, i) => Math.sin(seed * 7.3 + i * (seed + 1)));
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

function point(documentId: DocumentId, kind: PointKind, index: number, text: string, generation = 1): Point {
  return {
    id: pointId(documentId, generation, kind, index),
    documentId,
    generation,
    kind,
    index,
    passage: index,
    start: index * 100,
    end: index * 100 + text.length,
    page: index === 0 ? null : index,
    pageEnd: index === 0 ? null : index + 1,
    dense: direction(text.length),
    sparse: encodePassage(text, kind),
  };
}

const bothKinds = (documentId: DocumentId, texts: readonly string[], generation = 1) =>
  texts.flatMap((text, i) => [point(documentId, 'chunk', i, text, generation), point(documentId, 'passage', i, text, generation)]);

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

/** What every adapter of VectorStore must do. */
export function describeVectorStore(name: string, create: () => Promise<{ store: VectorStore; remove(): Promise<void> }>): void {
  describe(`${name} keeps the promises of VectorStore`, () => {
    let store: VectorStore;
    let remove: () => Promise<void>;
    beforeEach(async () => {
      ({ store, remove } = await create());
    });
    afterEach(() => remove());

    const ask = (tenant: TenantId, text: string, documentIds?: DocumentId[], limit = 100): Promise<StoreAnswer> =>
      store.search(tenant, { sparse: encodeQuery(text), dense: direction(text.length), limit, documentIds }, never);
    const sparse = (answer: StoreAnswer, kind: PointKind) => answer.lists.find((list) => list.leg === 'sparse' && list.kind === kind)!.hits;
    const dense = (answer: StoreAnswer, kind: PointKind) => answer.lists.find((list) => list.leg === 'dense' && list.kind === kind)!.hits;

    it('answers an empty library with empty lists', async () => {
      const answer = await ask(ann, 'magma');
      expect(answer.lists.map(({ leg, kind, hits }) => [leg, kind, hits.length])).toEqual(
        expect.arrayContaining([
          ['sparse', 'chunk', 0],
          ['sparse', 'passage', 0],
          ['dense', 'chunk', 0],
          ['dense', 'passage', 0],
        ]),
      );
      expect(answer.passages).toBe(0);
    });

    it('finds by words and by direction, and gives back where a point comes from', async () => {
      await store.upsert(ann, bothKinds(volcanoes, TEXTS), never);
      const answer = await ask(ann, 'molten');
      expect(sparse(answer, 'passage')).toEqual([
        {
          documentId: volcanoes,
          generation: 1,
          kind: 'passage',
          index: 1,
          passage: 1,
          start: 100,
          end: 139,
          page: 1,
          pageEnd: 2,
          score: expect.any(Number),
        },
      ]);
      expect(sparse(answer, 'chunk').map(({ index }) => index)).toEqual([1]);
      const near = await store.search(ann, { dense: direction(TEXTS[2]!.length), limit: 1 }, never);
      expect(dense(near, 'chunk')).toEqual([expect.objectContaining({ index: 2, score: expect.closeTo(1, 2) })]);
      expect(near.lists.every(({ leg }) => leg === 'dense')).toBe(true);
    });

    it('ranks by the sum of IDF x value, equal scores by document and index', async () => {
      await store.upsert(ann, bothKinds(volcanoes, [...TEXTS, ...TEXTS]), never);
      const hits = sparse(await ask(ann, 'volcanoes and magma'), 'passage');
      expect(hits.map(({ index }) => index)).toEqual([
        0,
        3,
        expect.any(Number),
        expect.any(Number),
        expect.any(Number),
        expect.any(Number),
      ]);
      const idf = Math.log(1 + (6 - 2 + 0.5) / 2.5);
      const query = encodeQuery('molten');
      const value = query.indices.reduce((sum, term) => {
        const { indices, values } = encodePassage(TEXTS[1]!, 'passage');
        return sum + (values[indices.indexOf(term)] ?? 0);
      }, 0);
      expect(sparse(await ask(ann, 'molten'), 'passage')[0]!.score).toBeCloseTo(idf * value, 4);
    });

    it('tells how many passages hold a term', async () => {
      await store.upsert(ann, bothKinds(volcanoes, TEXTS), never);
      const frequenciesOf = Uint32Array.from(['rock', 'volcano', 'molten', 'penguin'], stemTerm);
      const answer = await store.search(ann, { sparse: encodeQuery('molten rock volcanoes penguins'), limit: 1, frequenciesOf }, never);
      expect(answer.passages).toBe(3);
      expect([...answer.frequencies]).toEqual([2, 2, 1, 0]);
    });

    it('keeps tenants with nearly the same texts apart, their statistics too', async () => {
      await store.upsert(ann, bothKinds(volcanoes, TEXTS), never);
      const alone = await ask(ann, 'magma volcanoes');
      await store.upsert(
        bob,
        bothKinds(
          plants,
          TEXTS.map((text) => `${text} Indeed.`),
        ),
        never,
      );
      expect(await ask(ann, 'magma volcanoes')).toEqual(alone);
      expect((await ask(bob, 'magma')).lists.flatMap(({ hits }) => hits.map(({ documentId }) => documentId))).not.toContain(volcanoes);
      expect((await ask(bob, 'magma', [volcanoes])).lists.every(({ hits }) => hits.length === 0)).toBe(true);
      await store.deleteDocument(bob, volcanoes, {}, never);
      expect(await ask(ann, 'magma volcanoes')).toEqual(alone);
      expect(await store.count(bob, volcanoes, 1, never)).toEqual({ chunk: 0, passage: 0 });
    });

    it('holds the same after writing the same points twice, in whole or in part', async () => {
      const points = bothKinds(volcanoes, TEXTS);
      await store.upsert(ann, points, never);
      const once = await ask(ann, 'magma rock');
      await store.upsert(ann, points, never);
      await store.upsert(ann, points.slice(1, 4), never);
      expect(await ask(ann, 'magma rock')).toEqual(once);
      expect(await store.count(ann, volcanoes, 1, never)).toEqual({ chunk: 3, passage: 3 });
    });

    it('replaces a point of the same id', async () => {
      await store.upsert(ann, bothKinds(volcanoes, TEXTS), never);
      await store.upsert(ann, bothKinds(volcanoes, ['Penguins swim.']), never);
      expect(sparse(await ask(ann, 'erupt'), 'passage')).toEqual([]);
      expect(sparse(await ask(ann, 'penguins'), 'passage').map(({ index }) => index)).toEqual([0]);
    });

    it('searches only the documents asked for, with the statistics of all', async () => {
      await store.upsert(ann, [...bothKinds(volcanoes, TEXTS), ...bothKinds(plants, TEXTS)], never);
      const all = await ask(ann, 'magma');
      const some = await ask(ann, 'magma', [plants]);
      for (const list of some.lists) {
        const whole = all.lists.find(({ leg, kind }) => leg === list.leg && kind === list.kind)!;
        expect(list.hits).toEqual(whole.hits.filter(({ documentId }) => documentId === plants));
      }
      expect(sparse(some, 'passage').length).toBeGreaterThan(0);
    });

    it('refuses an empty filter and a limit that is none', async () => {
      await expect(ask(ann, 'magma', [])).rejects.toThrow('no documents');
      for (const limit of [0, -1, 1.5, 1001, Number.NaN]) await expect(ask(ann, 'magma', undefined, limit)).rejects.toThrow('1 to');
    });

    it('refuses a call without a tenant', async () => {
      await expect(ask('' as TenantId, 'magma')).rejects.toThrow('tenant');
      await expect(store.upsert(undefined as unknown as TenantId, [], never)).rejects.toThrow('tenant');
    });

    it('forgets a deleted document without a trace', async () => {
      await store.upsert(ann, bothKinds(plants, TEXTS), never);
      const before = await ask(ann, 'magma rock');
      await store.upsert(
        ann,
        bothKinds(
          volcanoes,
          Array.from({ length: 70 }, (_, i) => `Magma number ${i} rose.`),
        ),
        never,
      );
      expect(await store.deleteDocument(ann, volcanoes, {}, never)).toEqual({ chunk: 70, passage: 70 });
      expect(await ask(ann, 'magma rock')).toEqual(before);
      expect(await store.documents(never)).toEqual([{ tenant: ann, documentId: plants, generation: 1, chunk: 3, passage: 3 }]);
      expect(await store.deleteDocument(ann, volcanoes, {}, never)).toEqual({ chunk: 0, passage: 0 });
    });

    it('deletes all generations but the one to keep', async () => {
      await store.upsert(ann, [...bothKinds(volcanoes, TEXTS, 1), ...bothKinds(volcanoes, TEXTS.slice(1), 2)], never);
      await store.deleteDocument(ann, volcanoes, { keepGeneration: 2 }, never);
      expect(await store.documents(never)).toEqual([{ tenant: ann, documentId: volcanoes, generation: 2, chunk: 2, passage: 2 }]);
      expect(sparse(await ask(ann, 'magma'), 'passage').every(({ generation }) => generation === 2)).toBe(true);
    });

    it('holds what it was rebuilt with, and serves until then', async () => {
      await store.upsert(ann, bothKinds(volcanoes, TEXTS), never);
      await store.rebuild(async (write) => {
        expect(sparse(await ask(ann, 'magma'), 'passage').length).toBeGreaterThan(0);
        await write(ann, bothKinds(volcanoes, TEXTS), never);
        await write(bob, bothKinds(plants, TEXTS), never);
      }, never);
      expect((await store.documents(never)).map(({ tenant, chunk, passage }) => [tenant, chunk, passage]).toSorted()).toEqual([
        [ann, 3, 3],
        [bob, 3, 3],
      ]);
    });

    it('answers as if it computed every score of every point of the tenant, after any changes', async () => {
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
    });

    it('knows nothing of documents and tenants that it never saw', async () => {
      await store.upsert(ann, bothKinds(volcanoes, TEXTS), never);
      expect((await ask(ann, 'magma', [plants])).lists.map(({ hits }) => hits)).toEqual([[], [], [], []]);
      expect((await ask(ann, 'magma', [plants])).passages).toBe(3);
      expect(await store.count(ann, plants, 1, never)).toEqual({ chunk: 0, passage: 0 });
      expect(await store.count(ann, volcanoes, 2, never)).toEqual({ chunk: 0, passage: 0 });
      expect(await store.deleteDocument(ann, plants, {}, never)).toEqual({ chunk: 0, passage: 0 });
      expect(await store.deleteDocument(bob, volcanoes, { keepGeneration: 1 }, never)).toEqual({ chunk: 0, passage: 0 });
    });

    it('takes a query without terms, and one without any leg', async () => {
      await store.upsert(ann, bothKinds(volcanoes, TEXTS), never);
      const nothing = { indices: new Uint32Array(0), values: new Float32Array(0) };
      const answer = await store.search(ann, { sparse: nothing, limit: 5 }, never);
      expect(answer.lists.map(({ leg, hits }) => [leg, hits])).toEqual([
        ['sparse', []],
        ['sparse', []],
      ]);
      expect(await store.search(ann, { limit: 5 }, never)).toMatchObject({ lists: [], passages: 3 });
      await expect(store.upsert(ann, [], never)).resolves.toBeUndefined();
    });

    it('refuses vectors that its signature cannot have made', async () => {
      const [fine] = bothKinds(volcanoes, TEXTS) as [Point];
      for (const dense of [
        direction(1).slice(1),
        new Float32Array(DIMENSION),
        direction(1).with(3, Number.NaN),
        direction(1).with(3, Infinity),
      ]) {
        await expect(store.upsert(ann, [{ ...fine, dense }], never)).rejects.toMatchObject({ code: 'EMBEDDING_MISMATCH' });
        await expect(store.search(ann, { dense, limit: 5 }, never)).rejects.toMatchObject({ code: 'EMBEDDING_MISMATCH' });
      }
      expect(await store.count(ann, volcanoes, 1, never)).toEqual({ chunk: 0, passage: 0 });
    });

    it('ends every call whose signal is aborted, with its reason', async () => {
      const calls: ((signal: AbortSignal) => Promise<unknown>)[] = [
        (signal) => store.upsert(ann, bothKinds(volcanoes, TEXTS), signal),
        (signal) => store.search(ann, { sparse: encodeQuery('magma'), limit: 5 }, signal),
        (signal) => store.deleteDocument(ann, volcanoes, {}, signal),
        (signal) => store.count(ann, volcanoes, 1, signal),
        (signal) => store.documents(signal),
      ];
      for (const call of calls) await expect(call(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    });

    it('stops waiting when its signal is aborted, and serves the next call', async () => {
      await expect(store.ping(AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
      const controller = new AbortController();
      const searching = store.search(ann, { sparse: encodeQuery('magma'), limit: 1 }, controller.signal);
      controller.abort(new Error('enough'));
      await expect(searching).rejects.toThrow('enough');
      await expect(store.ping(never)).resolves.toBeUndefined();
    });
  });
}
