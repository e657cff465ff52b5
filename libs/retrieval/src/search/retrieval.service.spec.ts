import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { type EmbeddingProvider, LexicalEmbeddingProvider } from '@lectern/embedding';
import { AppError, createLogger, type Database, type DocumentId, overlap, parseConfig, type TenantId } from '@lectern/platform';
import { createTestDatabase } from '../../../../test/support/database';
import { encodePassage } from '../text/sparse-encoder';
import { EmbeddedVectorStore } from '../vector-store/embedded/embedded.vector-store';
import { pointId } from '../vector-store/point-id';
import { NoQueryVariants } from '../query-variants/none.query-variants';
import { type QueryVariants } from '../query-variants/query-variants';
import { LexicalReranker } from '../rerank/lexical.reranker';
import { type Reranker } from '../rerank/reranker';
import { type Point, type VectorStore } from '../vector-store/vector-store';
import { CandidateSearch } from './candidate-search';
import { Expansion } from './expansion';
import { HybridSearch } from './hybrid-search';
import { KeywordSearch } from './keyword-search';
import { Library } from './library';
import { PassageTexts } from './passage-texts';
import { Reranking } from './reranking';
import { type RetrievalCache } from './retrieval-cache';
import { RetrievalService } from './retrieval.service';

/** A worker thread runs compiled code: `npx nest build api` first. */
const thread = resolve(__dirname, '../../../../dist/libs/retrieval/src/vector-store/embedded/embedded.vector-store.thread.js');
const never = new AbortController().signal;
const ann = 'ann' as TenantId;
const bob = 'bob' as TenantId;

const GEOLOGY = [
  'Volcanoes erupt when magma rises.',
  'Magma is molten rock 🌋 below the surface.',
  'Basalt is a dark rock. Volcanoes make it.',
];
const BOTANY = ['Plants make sugar from light.', 'Chlorophyll is green.', 'Roots drink water, and the magma below warms them.'];

interface Parts {
  environment?: Record<string, string>;
  vectors?: VectorStore;
  embedding?: EmbeddingProvider;
  reranker?: Reranker;
  variants?: QueryVariants;
}

const withoutCache = { through: (_tenant, _query, make) => make() } as Pick<RetrievalCache, 'through'> as RetrievalCache;

/** A dependency whose every method does the same. */
const always = <Port extends object>(port: Port, act: () => Promise<never>): Port =>
  new Proxy(port, {
    get: (target, name) =>
      typeof Reflect.get(target, name) === 'function' && name !== 'reads' && name !== 'depth' ? act : Reflect.get(target, name),
  });

describe('RetrievalService', () => {
  let database: Database;
  let store: EmbeddedVectorStore;
  let service: RetrievalService;
  let remove: () => Promise<void>;
  let build: (parts?: Parts) => RetrievalService;

  beforeEach(async () => {
    const test = await createTestDatabase();
    const directory = mkdtempSync(join(tmpdir(), 'lectern-retrieval-'));
    database = test.database;
    const provider = new LexicalEmbeddingProvider({ dimension: 32 });
    store = new EmbeddedVectorStore({ file: join(directory, 'vectors.db'), signature: provider.signature, thread });
    const library = new Library(database);
    build = ({
      environment = {},
      vectors = store,
      embedding = provider,
      reranker = new LexicalReranker(),
      variants = new NoQueryVariants(),
    } = {}) => {
      const config = parseConfig(environment);
      const logger = createLogger('silent');
      const texts = new PassageTexts(database, new Expansion(database, config));
      const hybrid = new HybridSearch(embedding, vectors, new KeywordSearch(database, library), config, logger);
      const candidates = new CandidateSearch(hybrid, texts, variants, embedding, config);
      return new RetrievalService(candidates, library, texts, new Reranking(reranker, config, logger), withoutCache);
    };
    service = build();
    remove = async () => {
      await store.close();
      await test.close();
      rmSync(directory, { recursive: true, force: true });
    };
    for (const id of [ann, bob]) await database.tenant.create({ data: { id } });
  });
  afterEach(() => remove());

  /** A document of one page a paragraph, each paragraph a passage of two chunks. */
  async function add(tenant: TenantId, filename: string, paragraphs: readonly string[], { status = 'ready', generation = 1 } = {}) {
    const text = paragraphs.map((paragraph) => `${paragraph}\n\n`).join('');
    const id = crypto.randomUUID() as DocumentId;
    const data = {
      id,
      tenantId: tenant,
      filename,
      mediaType: 'text/plain',
      size: 1,
      sha256: id,
      status,
      generation,
      chunks: 2 * paragraphs.length,
    };
    await database.document.create({ data });
    await index(tenant, id, paragraphs, generation);
    return { id, text };
  }

  async function index(tenant: TenantId, documentId: DocumentId, paragraphs: readonly string[], generation: number) {
    const points: Point[] = [];
    const point = (kind: 'chunk' | 'passage', index: number, passage: number, start: number, text: string) => {
      const source = {
        id: pointId(documentId, generation, kind, index),
        documentId,
        generation,
        index,
        passage,
        start,
        end: start + text.length,
      };
      points.push({
        ...source,
        kind,
        page: passage + 1,
        pageEnd: passage + 1,
        dense: new Float32Array(32).fill(32 ** -0.5),
        sparse: encodePassage(text, kind),
      });
      return source;
    };
    let start = 0;
    for (const [n, paragraph] of paragraphs.entries()) {
      const row = { documentId, generation, index: n, page: n + 1, start, end: start + paragraph.length + 2, text: `${paragraph}\n\n` };
      await database.textSegment.create({ data: row });
      point('passage', n, n, start, paragraph);
      const middle = paragraph.indexOf(' ', paragraph.length / 2);
      for (const [i, [from, to]] of [
        [0, middle],
        [middle + 1, paragraph.length],
      ].entries()) {
        const chunk = point('chunk', 2 * n + i, n, start + from!, paragraph.slice(from, to));
        await database.chunk.create({
          data: { ...chunk, tenantId: tenant, page: n + 1, pageEnd: n + 1, heading: `Part ${n}`, text: paragraph.slice(from, to) },
        });
      }
      start += paragraph.length + 2;
    }
    await store.upsert(tenant, points, never);
  }

  const ask = async (tenant: TenantId, text: string, more: { limit?: number; filename?: string; documentIds?: DocumentId[] } = {}) =>
    (await service.retrieve(tenant, { text, limit: 10, ...more }, never)).passages;

  it('gives passages as exact spans of the text, ranked, with their best chunk', async () => {
    const { id, text } = await add(ann, 'geology.txt', GEOLOGY);
    const passages = await ask(ann, 'Which rock is molten?');
    expect(passages[0]).toEqual({
      chunkId: pointId(id, 1, 'chunk', 2),
      documentId: id,
      filename: 'geology.txt',
      page: 2,
      pageEnd: 2,
      start: GEOLOGY[0]!.length + 2,
      end: GEOLOGY[0]!.length + 2 + GEOLOGY[1]!.length,
      text: GEOLOGY[1],
      heading: 'Part 1',
      score: expect.any(Number),
      rank: 1,
      coverage: 1,
    });
    for (const [i, passage] of passages.entries()) {
      expect(passage.rank).toBe(i + 1);
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
      expect(passage.score).toBeLessThanOrEqual(passages[i - 1]?.score ?? Infinity);
      expect(passages.every((other) => other === passage || overlap(other, passage) === 0)).toBe(true);
    }
    expect(passages[1]!.coverage).toBeLessThan(0.6);
  });

  it('never gives another tenant’s passages', async () => {
    await add(bob, 'geology.txt', GEOLOGY);
    expect(await ask(ann, 'magma')).toEqual([]);
    const { id } = await add(ann, 'geology.txt', GEOLOGY);
    expect((await ask(ann, 'magma')).every(({ documentId }) => documentId === id)).toBe(true);
  });

  it('gives no passage of a document that is not ready, or of a generation that is not its own', async () => {
    const { id } = await add(ann, 'geology.txt', GEOLOGY);
    await add(ann, 'new.txt', GEOLOGY, { status: 'processing' });
    await index(ann, id, GEOLOGY.slice(0, 2), 2);
    expect((await ask(ann, 'magma volcanoes')).map(({ documentId }) => documentId)).toEqual([id, id, id]);
    await database.document.update({ where: { id }, data: { generation: 2 } });
    expect(await ask(ann, 'magma volcanoes')).toHaveLength(2);
    await database.document.update({ where: { id }, data: { status: 'deleted' } });
    expect(await ask(ann, 'magma volcanoes')).toEqual([]);
  });

  it('finds what is ready behind crowds that are not', async () => {
    await add(
      ann,
      'crowd.txt',
      Array.from({ length: 60 }, (_, i) => `Magma magma magma ${i} magma.`),
      { status: 'processing' },
    );
    const { id } = await add(ann, 'geology.txt', GEOLOGY);
    expect((await ask(ann, 'magma', { limit: 2 })).map(({ documentId }) => documentId)).toEqual([id, id]);
  });

  it('searches an exact file name, and the documents named', async () => {
    const geology = await add(ann, 'geology.txt', GEOLOGY);
    const botany = await add(ann, 'bot%ny.txt', BOTANY);
    expect((await ask(ann, 'magma', { filename: 'bot%ny.txt' })).map(({ filename }) => filename)).toEqual(['bot%ny.txt']);
    expect(await ask(ann, 'magma', { filename: '%' })).toEqual([]);
    expect((await ask(ann, 'magma', { documentIds: [geology.id] })).map(({ documentId }) => documentId)).not.toContain(botany.id);
    expect(await ask(ann, 'magma', { documentIds: [geology.id], filename: 'bot%ny.txt' })).toEqual([]);
  });

  it('says NOT_FOUND of an unknown document in the same words as of another tenant’s', async () => {
    const { id } = await add(bob, 'geology.txt', GEOLOGY);
    const refusal = (documentIds: string[]) =>
      ask(ann, 'magma', { documentIds: documentIds as DocumentId[] }).catch((error: Error) => error);
    expect(await refusal([id])).toMatchObject({ code: 'NOT_FOUND' });
    expect(String(await refusal([id]))).toBe(String(await refusal(['nothing'])));
    expect(await refusal([])).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it.each(['', ' \n\t'])('refuses the blank query %j by its name', async (text) => {
    await expect(ask(ann, text)).rejects.toMatchObject({ code: 'VALIDATION_FAILED', message: expect.stringContaining('query') });
  });

  it('answers any query', async () => {
    await add(ann, 'geology.txt', GEOLOGY);
    const hostile = [
      'a',
      '🌋',
      '?',
      "'; DROP TABLE points; --",
      'magma* NEAR/2 "rock" OR (a AND',
      'بركان',
      '火山',
      'ज्वालामुखी',
      'magma '.repeat(1700),
      '\u0000%_',
    ];
    for (const text of hostile) expect(Array.isArray(await ask(ann, text))).toBe(true);
    expect((await ask(ann, 'is it when the')).length).toBeGreaterThan(0);
    expect((await ask(ann, hostile[4]!))[0]!.text).toBe(GEOLOGY[1]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (text) => {
        fc.pre(text.trim() !== '');
        expect(Array.isArray(await ask(ann, text))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('stops when its signal is aborted', async () => {
    await add(ann, 'geology.txt', GEOLOGY);
    await expect(service.retrieve(ann, { text: 'magma', limit: 1 }, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });

  describe('with a part of it away', () => {
    const outage = (code: 'VECTOR_STORE_UNAVAILABLE' | 'EMBEDDING_UNAVAILABLE' | 'EMBEDDING_MISMATCH' | 'RERANKER_UNAVAILABLE') => () =>
      Promise.reject(new AppError(code, 'away'));
    const hang = () => new Promise<never>(() => {});
    const retrieve = (parts: Parts, text: string, more: { filename?: string } = {}) =>
      build(parts).retrieve(ann, { text, limit: 10, ...more }, never);
    /** A provider whose vectors are searched. */
    const neural = () =>
      new (class extends LexicalEmbeddingProvider {
        override readonly signature = { ...new LexicalEmbeddingProvider({ dimension: 32 }).signature, provider: 'onnx' };
      })({ dimension: 32 });

    it.each([
      ['says that it is away', outage('VECTOR_STORE_UNAVAILABLE')],
      ['holds another model’s vectors', outage('EMBEDDING_MISMATCH')],
      ['hangs', hang],
    ])('searches the rows where the store %s', async (_, act) => {
      const { id } = await add(ann, 'geology.txt', GEOLOGY);
      await add(ann, 'botany.txt', BOTANY, { status: 'processing' });
      await add(bob, 'geology.txt', GEOLOGY);
      const environment = { REQUEST_TIMEOUT_SECONDS: '1' };
      const { passages, degraded } = await retrieve({ vectors: always(store, act), environment }, 'Which rock is molten MAGMA?');
      expect(degraded).toEqual(['retrieval']);
      expect(passages.map(({ text, documentId, coverage }) => [text, documentId, coverage])[0]).toEqual([GEOLOGY[1], id, 1]);
      expect(passages.every(({ documentId }) => documentId === id)).toBe(true);
    });

    it('keeps to its scope, and finds other forms of a word, other cases and other scripts in the rows', async () => {
      await add(ann, 'geology.txt', GEOLOGY);
      await add(ann, 'more.txt', ['Über Vulkane: Ökologie am Ätna.', '火山爆发的原因。', 'ज्वालामुखी का लावा गर्म होता है।']);
      const parts = { vectors: always(store, outage('VECTOR_STORE_UNAVAILABLE')) };
      const first = async (text: string, filename = 'more.txt') => (await retrieve(parts, text, { filename })).passages[0]?.text;
      expect(await first('ÜBER ökologien?')).toMatch(/^Über/);
      expect(await first('火山')).toMatch(/^火山/);
      expect(await first('ज्वालामुखी')).toMatch(/^ज्वालामुखी/);
      expect(await first('volcanic eruption', 'geology.txt')).toBe(GEOLOGY[0]);
      expect(await first('magma')).toBeUndefined();
      for (const text of ['%', '_', "'; DROP TABLE Chunk; --", '🌋']) expect(await first(text)).toBeUndefined();
    });

    it('searches by words alone where the embedding service is away, and goes on doing so at once', async () => {
      await add(ann, 'geology.txt', GEOLOGY);
      const parts = { embedding: always(neural(), outage('EMBEDDING_UNAVAILABLE')) };
      const { passages, degraded } = await retrieve(parts, 'molten rock');
      expect(degraded).toEqual(['embedding']);
      expect(passages[0]!.text).toBe(GEOLOGY[1]);
    });

    it('leaves the meaning out, undegraded, where the model does not read the script', async () => {
      await add(ann, 'geology.txt', GEOLOGY);
      const unread = { reads: () => false, embedQuery: () => Promise.reject(new Error('was asked')) };
      expect(await retrieve({ embedding: Object.assign(neural(), unread) }, 'magma')).toMatchObject({ degraded: [] });
    });

    it('keeps the order of the fusion where the reranker is away', async () => {
      await add(ann, 'geology.txt', GEOLOGY);
      const { passages, degraded } = await retrieve(
        { reranker: always(new LexicalReranker(), outage('RERANKER_UNAVAILABLE')) },
        'molten rock',
      );
      expect(degraded).toEqual(['rerank']);
      expect(passages.map(({ text }) => text)).toEqual((await ask(ann, 'molten rock')).map(({ text }) => text));
    });

    it('does not stand in for a fault of its own', async () => {
      await add(ann, 'geology.txt', GEOLOGY);
      const broken = () => Promise.reject(new TypeError('a bug'));
      await expect(retrieve({ vectors: always(store, broken) }, 'magma')).rejects.toThrow('a bug');
    });
  });

  it('says once what stands in two documents', async () => {
    await add(ann, 'geology.txt', GEOLOGY);
    await add(ann, 'copy.txt', [GEOLOGY[1]!, 'Molten metals glow in the foundry.']);
    const texts = (await ask(ann, 'molten rock', { limit: 2 })).map(({ text }) => text);
    expect(texts[0]).toBe(GEOLOGY[1]);
    expect(texts[1]).not.toBe(GEOLOGY[1]);
  });

  it('widens passages by their neighbours where that is set, as exact spans that never overlap', async () => {
    const { text } = await add(ann, 'geology.txt', GEOLOGY);
    await database.chunk.updateMany({ data: { heading: null } });
    const wide = await build({ environment: { RETRIEVAL_EXPANSION: 'neighbours' } }).retrieve(
      ann,
      { text: 'molten magma', limit: 10 },
      never,
    );
    expect(wide.passages).toHaveLength(1);
    const { start, end, text: found, page, pageEnd } = wide.passages[0]!;
    expect(found).toBe(text.slice(start, end));
    expect([page, pageEnd]).toEqual([1, 3]);
    for (const paragraph of GEOLOGY) expect(found).toContain(paragraph);
  });

  it('does not let wide passages grow into one another without an end', async () => {
    const paragraphs = Array.from({ length: 30 }, (_, i) => `Magma of layer ${i} is molten rock that rises slowly. `.repeat(6).trim());
    const { text } = await add(ann, 'layers.txt', paragraphs);
    const { passages } = await build({ environment: { RETRIEVAL_EXPANSION: 'neighbours' } }).retrieve(
      ann,
      { text: 'molten magma', limit: 20 },
      never,
    );
    expect(passages.length).toBeGreaterThan(3);
    const spans = passages.map(({ start, end }) => ({ start, end })).toSorted((a, b) => a.start - b.start);
    for (const [i, { start, end }] of spans.entries()) {
      expect(end - start).toBeLessThanOrEqual(2000);
      expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    }
    for (const { start, end, text: found } of passages) expect(found).toBe(text.slice(start, end));
  });

  it('does not widen a passage over the end of its section', async () => {
    await add(ann, 'geology.txt', GEOLOGY);
    const wide = await build({ environment: { RETRIEVAL_EXPANSION: 'neighbours' } }).retrieve(ann, { text: 'molten', limit: 10 }, never);
    expect(wide.passages.map(({ text }) => text)).toEqual([GEOLOGY[1]]);
  });

  it('searches the clauses of a query beside it where that is set', async () => {
    await add(ann, 'geology.txt', GEOLOGY);
    await add(ann, 'botany.txt', BOTANY);
    const ask = build({ environment: { RETRIEVAL_MULTI_QUERY: 'rules' } });
    const { passages } = await ask.retrieve(ann, { text: 'What is molten rock? How do plants make sugar from light?', limit: 2 }, never);
    expect(passages.map(({ text }) => text).toSorted()).toEqual([GEOLOGY[1], BOTANY[0]].toSorted());
  });

  it('searches a long query again with the words of what it found', async () => {
    const lava = 'Volcanoes, lava, ash, craters, eruptions, geysers, basins, faults, ridges, plates, mantle, crust, heat.';
    await add(ann, 'geology.txt', [
      'Lava, ash and craters of volcanoes are studied by Jakob in Zurich.',
      'Jakob lives in Zurich.',
      'Cooks meet in kitchens.',
    ]);
    const found = async (feedback: string) => {
      const { passages } = await build({ environment: { RETRIEVAL_FEEDBACK: feedback } }).retrieve(ann, { text: lava, limit: 10 }, never);
      return passages.map(({ text }) => text.split(' ')[0]);
    };
    expect(await found('off')).toEqual(['Lava,']);
    expect(await found('long')).toEqual(['Lava,', 'Jakob']);
  });

  it('fits its passages into so many tokens', async () => {
    await add(ann, 'geology.txt', GEOLOGY);
    const { passages } = await service.retrieve(ann, { text: 'magma volcanoes rock', limit: 10, tokens: 12 }, never);
    expect(passages).toHaveLength(1);
  });

  describe('sample', () => {
    it('spreads over the documents that are ready, the same for the same seed', async () => {
      await add(ann, 'geology.txt', GEOLOGY);
      await add(ann, 'botany.txt', BOTANY);
      await add(ann, 'new.txt', GEOLOGY, { status: 'processing' });
      const passages = await service.sample(ann, { limit: 4, seed: 7 }, never);
      expect(passages.map(({ filename }) => filename).toSorted()).toEqual(['botany.txt', 'botany.txt', 'geology.txt', 'geology.txt']);
      expect(passages.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
      for (const { text } of passages) expect([...GEOLOGY, ...BOTANY]).toContain(text);
      expect(await service.sample(ann, { limit: 4, seed: 7 }, never)).toEqual(passages);
    });

    it('gives all there is where more is asked for, and nothing of an empty library', async () => {
      await add(ann, 'geology.txt', GEOLOGY);
      expect(await service.sample(ann, { limit: 100, seed: 1 }, never)).toHaveLength(3);
      expect(await service.sample(bob, { limit: 100, seed: 1 }, never)).toEqual([]);
      expect(await service.sample(ann, { limit: 100, seed: 1, filename: 'no.txt' }, never)).toEqual([]);
    });
  });
});
