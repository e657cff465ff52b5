import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isModelFailure } from '@lectern/language-model';
import { AppConfig, AppError, type TenantId } from '@lectern/platform';
import type { CheckName } from './checks/question-check';
import { EvidenceFinder } from './evidence';
import { formatNamed } from './exports/formats';
import { gradeAnswers, type Grade } from './grading';
import { PageFinder } from './page-finder';
import { QuestionLadder } from './question-ladder';
import type { EvidencePassage, QuestionModel, QuestionPlan } from './question-model';
import type { QuestionType } from './question';
import { quotasOf, typesOf, type QuestionRequest } from './question-request';
import { shownSet, type QuestionSet, type ShownQuestionSet } from './question-set';
import { QuestionSetStore } from './question-set.store';
import { SetComposer } from './set-composer';
import { TokenQuota } from './token-quota';
import { Turn } from './turn';

/** How often more evidence is fetched before a set stays short. */
const MOST_ROUNDS = 3;

/** Of the time that a request has left, what a model that has another below it may take. */
const RUNG_SHARE = 0.45;

/** One set while it is made. */
interface Making {
  readonly tenant: TenantId;
  readonly request: QuestionRequest;
  readonly seed: number;
  readonly quotas: Readonly<Record<QuestionType, number>>;
  readonly composer: SetComposer;
  readonly startedAt: number;
  readonly degraded: Set<string>;
  /** By round. */
  readonly evidence: (readonly EvidencePassage[])[];
}

/** A set with its keys, and what its making has to say for headers and metrics. */
export interface CreatedSet {
  readonly set: QuestionSet;
  readonly fallbackUsed: boolean;
  readonly rejections: Readonly<Partial<Record<CheckName, number>>>;
}

export interface ExportedSet {
  /** Text, or the bytes of a file that is none. */
  readonly body: string | Uint8Array;
  readonly mediaType: string;
  readonly filename: string;
}

/** Makes, keeps, grades and exports question sets. */
@Injectable()
export class QuestionSetService {
  constructor(
    private readonly evidence: EvidenceFinder,
    private readonly ladder: QuestionLadder,
    private readonly quota: TokenQuota,
    private readonly store: QuestionSetStore,
    private readonly pages: PageFinder,
    private readonly config: AppConfig,
  ) {}

  /** @throws AppError `NO_MATERIAL` where there is nothing to ask; `NOT_FOUND` for a document that is not the tenant's */
  async create(tenant: TenantId, request: QuestionRequest, signal: AbortSignal): Promise<CreatedSet> {
    // a document may be deleted while its questions are made: then once more, from what is left
    for (let attempt = 0; attempt < 2; attempt++) {
      const { composer, degraded } = await this.compose(tenant, request, signal);
      const questions = await this.pages.withPages(composer.finish());
      if (questions.length === 0) throw await this.evidence.nothing(tenant, request);
      const { mode, topic, count: requested } = request;
      const delivered = questions.length;
      const shortfall = delivered < requested ? shortfallReason(request) : null;
      const set = await this.store.add(tenant, { mode, topic, requested, delivered, shortfall_reason: shortfall, questions, degraded });
      if (set) return { set, fallbackUsed: composer.lowestRung > 0, rejections: composer.rejections };
    }
    throw new AppError('CONFLICT', 'The library changed while the questions were made. Ask again.');
  }

  async get(tenant: TenantId, id: string): Promise<ShownQuestionSet> {
    return shownSet(await this.store.get(tenant, id));
  }

  async grade(tenant: TenantId, id: string, answers: Readonly<Record<string, unknown>>): Promise<Grade> {
    const { questions } = await this.store.get(tenant, id);
    const grade = gradeAnswers(questions, answers);
    await this.store.markGraded(tenant, id);
    return grade;
  }

  /** @throws AppError `CONFLICT` for a quiz whose key is hidden until it is graded */
  async export(tenant: TenantId, id: string, format: string): Promise<ExportedSet> {
    const { write, mediaType, extension } = formatNamed(format);
    const set = await this.store.get(tenant, id);
    if (set.mode === 'quiz' && !set.graded && this.config.generation.quizAnswerKey === 'hidden')
      throw new AppError('CONFLICT', 'The key of this quiz is hidden until it is graded. Grade it, then export it.');
    return { body: write(set), mediaType, filename: `questions-${id}.${extension}` };
  }

  private async compose(tenant: TenantId, request: QuestionRequest, signal: AbortSignal) {
    const seed = request.seed ?? randomInt(2 ** 31);
    const asked = request.seed === undefined ? await this.store.askedLately(tenant, request.topic) : [];
    const quotas = quotasOf(typesOf(request), request.count);
    const composer = new SetComposer({ count: request.count, quotas, seed, asked });
    const startedAt = performance.now();
    const making: Making = { tenant, request, seed, quotas, composer, startedAt, degraded: new Set(), evidence: [] };
    let failure: unknown;
    for (const [rung, model] of this.ladder.rungs.entries()) {
      signal.throwIfAborted();
      if (composer.isFilled()) break;
      const missed = await this.climb(making, rung, model, signal);
      if (missed) making.degraded.add('generation');
      failure ??= missed;
    }
    // what there is is an answer; nothing at all, from models that could not be asked, is none
    if (failure && composer.stems.length === 0) throw failure;
    return { composer, degraded: [...making.degraded] };
  }

  /**
   * Lets one model propose, over more evidence each round.
   * @returns why it could not be asked, or not to the end
   */
  private async climb(making: Making, rung: number, model: QuestionModel, signal: AbortSignal): Promise<unknown> {
    const { tenant, request, seed, quotas, composer } = making;
    const last = rung === this.ladder.rungs.length - 1;
    if (model.version !== '' && (await this.quota.isUsedUp(tenant)))
      return new AppError('GENERATION_UNAVAILABLE', 'The question model is used up for today. Try again tomorrow.');
    const seen = new Set<string>();
    const leftMs = this.config.http.requestTimeoutMs - (performance.now() - making.startedAt);
    const turn = last ? signal : AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.ceil(RUNG_SHARE * leftMs)))]);
    let spent = 0;
    try {
      for (let round = 0; round < MOST_ROUNDS && !composer.isFilled(); round++) {
        const found = await this.evidenceOf(making, round, signal);
        const fresh = found.filter(({ documentId, start }) => !seen.has(`${documentId}:${start}`));
        const passages = fresh.length === 0 && model.rereads ? found : fresh;
        if (passages.length === 0) break;
        for (const { documentId, start } of fresh) seen.add(`${documentId}:${start}`);
        const plan: QuestionPlan = {
          counts: quotas,
          missing: composer.missing,
          seed,
          avoid: composer.stems,
          spent: (tokens) => (spent += tokens),
          ...(request.difficulty && { difficulty: request.difficulty }),
          ...(request.language && { language: request.language }),
        };
        await this.propose(composer, rung, model, plan, passages, turn);
      }
      return undefined;
    } catch (error) {
      if (signal.aborted || !(turn.aborted || isModelFailure(error))) throw error;
      return error;
    } finally {
      await this.quota.count(tenant, spent);
    }
  }

  /** Found once a round, whichever model asks. */
  private async evidenceOf(making: Making, round: number, signal: AbortSignal): Promise<readonly EvidencePassage[]> {
    const { tenant, request, seed, composer, degraded, evidence } = making;
    if (!evidence[round]) {
      const found = await this.evidence.find(tenant, request, round, seed, signal);
      for (const what of found.degraded) degraded.add(what);
      composer.welcome(found.passages);
      evidence[round] = found.passages;
    }
    return evidence[round];
  }

  private async propose(
    composer: SetComposer,
    rung: number,
    model: QuestionModel,
    plan: QuestionPlan,
    passages: readonly EvidencePassage[],
    signal: AbortSignal,
  ): Promise<void> {
    const turn = new Turn(signal);
    for await (const candidate of model.propose(plan, passages, signal)) {
      composer.offer(candidate, passages, rung);
      if (composer.isFull) return;
      await turn.next();
    }
  }
}

function shortfallReason({ topic, difficulty, types }: QuestionRequest): string {
  const kind = difficulty || types ? ' of this kind' : '';
  return topic === null
    ? `The documents hold no more different questions${kind}.`
    : `The documents hold no more different questions${kind} on this topic.`;
}
