import { createTestDatabase } from '../../../test/support/database';
import { LexicalEmbeddingProvider } from '@lectern/embedding';
import type { RedisConnection } from '@lectern/caching';
import { LanguageModelError } from '@lectern/language-model';
import { createLogger, parseConfig, type Database, type DocumentId, type TenantId } from '@lectern/platform';
import type { Passage, RetrievalService } from '@lectern/retrieval';
import { EvidenceFinder } from './evidence';
import { ExtractiveQuestionModel } from './extractive/extractive.question-model';
import { Meanings } from './meanings';
import { PageFinder } from './page-finder';
import type { QuestionRequest } from './question-request';
import { QuestionSetService } from './question-set.service';
import type { Question } from './question';
import { QuestionModel, type QuestionCandidate, type QuestionPlan } from './question-model';
import { QuestionSetStore } from './question-set.store';
import { SetMaker } from './set-maker';
import { TokenQuota } from './token-quota';
import { wordsOf } from './words';

const OWNER = 'owner' as TenantId;
const OTHER = 'other' as TenantId;
const DOCUMENT = '018f0000-0000-7000-8000-000000000001' as DocumentId;
const TEXTS = [
  'The Suez Canal was opened in 1869 after ten years of work. Ferdinand de Lesseps directed its construction in Egypt.',
  'The Panama Canal was opened in 1914 by the United States. John Frank Stevens designed its locks in Colon.',
  'The Kiel Canal was opened in 1895 by Emperor Wilhelm II. Otto Dahlstrom planned its course through Germany.',
  'The Corinth Canal was completed in 1893 in Greece. Bela Gerster led its construction for Hungary.',
];

/** Proposes what it is given, on the first passage. */
class ScriptedQuestionModel extends QuestionModel {
  readonly plans: QuestionPlan[] = [];
  whenAsked: () => unknown = () => {};

  constructor(
    readonly name: string,
    private readonly candidates: readonly Partial<QuestionCandidate>[],
    private readonly failure?: Error,
    readonly kind: QuestionModel['kind'] = 'rules',
  ) {
    super();
  }

  async *propose(plan: QuestionPlan): AsyncIterable<QuestionCandidate> {
    this.plans.push(plan);
    this.whenAsked();
    for (const candidate of this.candidates) yield { ...CANDIDATE, ...candidate };
    if (this.failure) throw this.failure;
  }
}

const CANDIDATE: QuestionCandidate = {
  type: 'short_answer',
  stem: '',
  answer: '',
  explanation: 'The passage says so.',
  difficulty: 'easy',
  bloomLevel: 'remember',
  passage: 0,
  quote: { start: 0, end: 1 },
};

class HangingQuestionModel extends QuestionModel {
  readonly name = 'gemini';
  readonly kind = 'model';
  // oxlint-disable-next-line require-yield -- it never comes to that
  async *propose(_plan: QuestionPlan, _evidence: unknown, signal: AbortSignal): AsyncIterable<QuestionCandidate> {
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  }
}

/** The library in memory, with coverage as the share of the query's words; `beforeAnswer` plays what happens meanwhile. */
class ArrayRetrieval implements Pick<RetrievalService, 'retrieve' | 'sample'> {
  beforeAnswer: () => Promise<void> = async () => {};
  limit = Infinity;
  constructor(private readonly database: Database) {}

  async retrieve(tenant: TenantId, { text, limit }: { text: string; limit: number }) {
    const query = wordsOf(text);
    const passages = (await this.all(tenant)).map((passage) => ({
      ...passage,
      coverage: query.filter((word) => wordsOf(passage.text).includes(word)).length / query.length,
    }));
    return { passages: passages.filter(({ coverage }) => coverage > 0).slice(0, limit), degraded: [] };
  }

  async sample(tenant: TenantId, { limit }: { limit: number }) {
    const [all, most] = [await this.all(tenant), this.limit];
    this.limit = Infinity;
    return all.slice(0, Math.min(limit, most));
  }

  private async all(tenant: TenantId): Promise<Passage[]> {
    const documents = await this.database.document.findMany({ where: { tenantId: tenant, status: 'ready' } });
    await this.beforeAnswer();
    return documents.flatMap(({ id, filename }) => {
      let start = 0;
      return TEXTS.map((text, i) => {
        const passage = {
          chunkId: `${id}-${i}`,
          documentId: id as DocumentId,
          filename,
          page: i + 1,
          pageEnd: i + 1,
          start,
          end: start + text.length,
          text,
          heading: null,
          score: 1,
          rank: i + 1,
          coverage: 1,
        };
        start += text.length + 1;
        return passage;
      });
    });
  }
}

describe('QuestionSetService', () => {
  let database: Database;
  let close: () => Promise<void>;
  let retrieval: ArrayRetrieval;
  let service: QuestionSetService;
  const { signal } = new AbortController();
  const request = (change: Partial<QuestionRequest> = {}): QuestionRequest => ({ topic: null, count: 4, mode: 'practice', ...change });
  const create = (change?: Partial<QuestionRequest>) => service.create(OWNER, request(change), signal);
  const addDocument = (id: string, tenantId = OWNER, status = 'ready') =>
    database.document.create({ data: { id, tenantId, filename: 'canals.pdf', mediaType: 'application/pdf', size: 1, sha256: id, status } });

  beforeEach(async () => {
    ({ database, close } = await createTestDatabase());
    retrieval = new ArrayRetrieval(database);
    service = build({});
    await database.tenant.createMany({ data: [{ id: OWNER }, { id: OTHER }] });
    await addDocument(DOCUMENT);
  });
  afterEach(() => close());

  function build(environment: Record<string, string>, rungs: readonly QuestionModel[] = [new ExtractiveQuestionModel()]) {
    const config = parseConfig(environment);
    const evidence = new EvidenceFinder(retrieval as unknown as RetrievalService, database, config);
    const store = new QuestionSetStore(database);
    const quota = new TokenQuota({} as RedisConnection, config, createLogger('silent'));
    const meanings = new Meanings(new LexicalEmbeddingProvider({ dimension: 64 }), createLogger('silent'));
    const maker = new SetMaker(evidence, { rungs }, quota, store, new PageFinder(database), meanings, config);
    return new QuestionSetService(maker, evidence, store, config);
  }

  it('delivers and keeps the exact count, with quotes that are slices of the document', async () => {
    const { set } = await create();
    const text = TEXTS.join(' ');
    expect(set).toMatchObject({ mode: 'practice', topic: null, requested: 4, delivered: 4, shortfall_reason: null, degraded: [] });
    for (const { sources } of set.questions)
      for (const { start, end, quote, document_id } of sources) expect([text.slice(start, end), document_id]).toEqual([quote, DOCUMENT]);
    expect(await service.get(OWNER, set.id)).toMatchObject({ id: set.id, questions: set.questions });
    expect(await database.questionSetDocument.findMany()).toEqual([{ setId: set.id, documentId: DOCUMENT }]);
  });

  it('says why there are fewer', async () => {
    const { set } = await create({ count: 100 });
    expect(set.delivered).toBeGreaterThan(4);
    expect(set.delivered).toBeLessThan(100);
    expect(set.shortfall_reason).toMatch(/no more/);
  });

  it('keeps to the topic', async () => {
    const { set } = await create({ topic: 'Kiel', count: 2 });
    for (const { sources } of set.questions) expect(sources[0]!.quote).toMatch(/Kiel|Dahlstrom/);
  });

  it('tells an empty library from a topic that is not in it', async () => {
    const strange = create({ topic: 'qwzxvorth brelmokian zzyzxqua' });
    await expect(strange).rejects.toMatchObject({ code: 'NO_MATERIAL', message: expect.stringContaining('topic') });
    const empty = service.create(OTHER, request({ topic: 'canals' }), signal);
    await expect(empty).rejects.toMatchObject({ code: 'NO_MATERIAL', message: expect.stringContaining('no document') });
  });

  it('makes a quiz of multiple choice alone and withholds its answers until it is graded', async () => {
    const { set } = await create({ mode: 'quiz' });
    expect(set.questions.every(({ type, options }) => type === 'multiple_choice' && options?.length === 4)).toBe(true);
    const before = await service.get(OWNER, set.id);
    for (const question of before.questions) expect(Object.keys(question)).not.toEqual(expect.arrayContaining(['answer']));
    const grade = await service.grade(OWNER, set.id, { [set.questions[0]!.id]: set.questions[0]!.answer });
    expect(grade).toMatchObject({ score: 1, total: set.delivered });
    expect((await service.get(OWNER, set.id)).questions).toEqual(set.questions);
  });

  it('gives the same set for the same seed, and something new without one', async () => {
    const stems = async (seed?: number) =>
      (await create({ count: 3, ...(seed !== undefined && { seed }) })).set.questions.map(({ stem }) => stem);
    expect(await stems(5)).toEqual(await stems(5));
    const [first, second] = [await stems(), await stems()];
    expect(second.filter((stem) => first.includes(stem))).toEqual([]);
  });

  it('cites no document that was deleted while it worked', async () => {
    await addDocument('018f0000-0000-7000-8000-000000000002');
    let times = 0;
    retrieval.beforeAnswer = async () => {
      if (times++ === 0) await database.document.delete({ where: { id: DOCUMENT } });
    };
    const { set } = await create({ count: 8 });
    expect(new Set(set.questions.map(({ sources }) => sources[0]!.document_id))).toEqual(new Set(['018f0000-0000-7000-8000-000000000002']));
  });

  it("answers another tenant's set as one that there is not", async () => {
    const { set } = await create();
    const words = (id: string) => service.get(OTHER, id).catch((error: Error) => error.message);
    expect(await words(set.id)).toBe(await words('018f0000-0000-7000-8000-00000000000f'));
    await expect(service.grade(OTHER, set.id, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(service.export(OTHER, set.id, 'csv')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('exports, but for a quiz whose key is hidden until it is graded', async () => {
    const { set } = await create({ mode: 'quiz', count: 2 });
    expect((await service.export(OWNER, set.id, 'gift')).body).toMatch(/^::Q1::/);
    const hidden = build({ QUIZ_ANSWER_KEY: 'hidden' });
    await expect(hidden.export(OWNER, set.id, 'gift')).rejects.toMatchObject({ code: 'CONFLICT' });
    await hidden.grade(OWNER, set.id, {});
    expect((await hidden.export(OWNER, set.id, 'markdown')).body).toContain('Answer key');
  });

  describe('over a ladder of models', () => {
    const failing = () => new ScriptedQuestionModel('gemini', [], new LanguageModelError('failed', 'HTTP 500'));
    const good: Partial<QuestionCandidate> = {
      stem: 'In which year was the Suez Canal opened?',
      answer: '1869',
      quote: { start: 0, end: 58 },
    };

    it('asks the next model where one cannot be asked, and says so', async () => {
      service = build({}, [failing(), new ExtractiveQuestionModel()]);
      const { set, fallbackUsed } = await create({ count: 4 });
      expect([set.delivered, set.degraded, fallbackUsed]).toEqual([4, ['generation'], true]);
    });

    it('asks the next model for what one could not give', async () => {
      const first = new ScriptedQuestionModel('gemini', [good, good, { ...good, answer: '1777' }]);
      service = build({}, [first, new ExtractiveQuestionModel()]);
      const { set, fallbackUsed, rejections } = await create({ count: 4, types: ['short_answer'] });
      expect([set.delivered, set.degraded, fallbackUsed]).toEqual([4, [], true]);
      expect(set.questions.filter(({ stem }) => stem === good.stem)).toHaveLength(1);
      expect(rejections).toMatchObject({ distinct: expect.any(Number), grounded: 1 });
    });

    it('needs no other where one gives all, and keeps what a second look said', async () => {
      const first = new ScriptedQuestionModel('gemini', [{ ...good, agreed: null }]);
      const second = new ScriptedQuestionModel('extractive', []);
      service = build({}, [first, second]);
      const { set, fallbackUsed } = await create({ count: 1, types: ['short_answer'] });
      expect([set.questions[0]!.verification, fallbackUsed, second.plans]).toEqual([{ grounded: true, agreed: false }, false, []]);
    });

    it('asks again for what is missing, over other passages and for other things', async () => {
      const first = new ScriptedQuestionModel('gemini', [good], undefined, 'model');
      service = build({}, [first]);
      retrieval.limit = 2;
      await create({ count: 3, types: ['short_answer'] });
      expect(first.plans.map(({ missing, avoid }) => [missing!.short_answer, avoid])).toEqual([
        [3, []],
        [2, [good.stem]],
      ]);
    });

    it('tells a model what was asked on the topic before, unless the set is one of a seed', async () => {
      const first = new ScriptedQuestionModel('gemini', [good], undefined, 'model');
      service = build({}, [first, new ExtractiveQuestionModel()]);
      await create({ count: 1, types: ['short_answer'] });
      await create({ count: 1, types: ['short_answer'] });
      await create({ count: 1, types: ['short_answer'], seed: 1 });
      expect([first.plans[0], first.plans[1], first.plans.at(-1)].map((plan) => plan!.avoid)).toEqual([[], [good.stem], []]);
    });

    it('asks about the same passages again where there are no others, if the model can heed what was asked', async () => {
      const first = new ScriptedQuestionModel('gemini', [good], undefined, 'model');
      service = build({}, [first, new ExtractiveQuestionModel()]);
      await create({ count: 3, types: ['short_answer'] });
      expect(first.plans.map(({ missing }) => missing!.short_answer)).toEqual([3, 2]);
    });

    it('is unavailable where no model can be asked, but not for a topic that the library lacks', async () => {
      service = build({}, [failing()]);
      await expect(create()).rejects.toMatchObject({ code: 'GENERATION_UNAVAILABLE' });
      await expect(create({ topic: 'qwzxvorth brelmokian zzyzxqua' })).rejects.toMatchObject({ code: 'NO_MATERIAL' });
    });

    it('is unavailable where all that a model says is of no use, and says so where rules serve instead', async () => {
      const useless = () => new ScriptedQuestionModel('gemini', [{ ...good, answer: '1777' }], undefined, 'model');
      service = build({}, [useless()]);
      await expect(create({ types: ['short_answer'] })).rejects.toMatchObject({ code: 'GENERATION_UNAVAILABLE' });
      const model = useless();
      service = build({}, [model, new ExtractiveQuestionModel()]);
      const { set, fallbackUsed } = await create({ count: 2 });
      expect([set.degraded, fallbackUsed, model.plans.length]).toEqual([['generation'], true, 1]);
    });

    it('goes on when a model takes longer than its share of the time', async () => {
      service = build({ REQUEST_TIMEOUT_SECONDS: '1' }, [new HangingQuestionModel(), new ExtractiveQuestionModel()]);
      const { set, fallbackUsed } = await create({ count: 2 });
      expect([set.delivered, set.degraded, fallbackUsed]).toEqual([2, ['generation'], true]);
    });
  });

  it('tells of each question as soon as it is certain, in the order of the set', async () => {
    const told: Question[] = [];
    const { set } = await service.create(OWNER, request({ count: 6 }), signal, (question) => told.push(question));
    expect(told).toEqual(set.questions);
    expect((await service.get(OWNER, set.id)).questions).toEqual(told);
  });

  it('tells of the questions of one model before the next is asked', async () => {
    const seen: number[] = [];
    const told: Question[] = [];
    const good = { stem: 'In which year was the Suez Canal opened?', answer: '1869', quote: { start: 0, end: 58 } };
    const second = new ScriptedQuestionModel('extractive', []);
    second.whenAsked = () => seen.push(told.length);
    service = build({}, [new ScriptedQuestionModel('gemini', [good]), second]);
    await service.create(OWNER, request({ count: 2, types: ['short_answer'] }), signal, (question) => told.push(question));
    expect(seen[0]).toBe(1);
  });

  it('stops when the caller goes away', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(service.create(OWNER, request(), gone)).rejects.toThrow('gone');
  });
});
