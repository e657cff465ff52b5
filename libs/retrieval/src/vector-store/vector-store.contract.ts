import { type DocumentId, type TenantId } from '@lectern/platform';
import { encodePassage, encodeQuery, stemTerm, type PointKind } from '../text/sparse-encoder';
import { expectAnswersOfReference } from './random-changes.contract';
import { bothKinds, DIMENSION, direction } from './sample-points.contract';
import { type Point, type StoreAnswer, type VectorStore } from './vector-store';

const ann = 'tenant-ann' as TenantId;
const bob = 'tenant-bob' as TenantId;
const volcanoes = '00000000-0000-7000-8000-000000000001' as DocumentId;
const plants = '00000000-0000-7000-8000-000000000002' as DocumentId;
const never = new AbortController().signal;

const TEXTS = ['Volcanoes erupt when magma rises.', 'Magma is molten rock below the surface.', 'Basalt is a rock that volcanoes make.'];

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

    it('answers as if it computed every score of every point of the tenant, after any changes', () => expectAnswersOfReference(store));

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
