import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isModelFailure } from '@lectern/language-model';
import { AppConfig, AppError, type TenantId } from '@lectern/platform';
import type { CheckName } from './checks/question-check';
import { EvidenceFinder } from './evidence';
import { PageFinder } from './page-finder';
import { QuestionLadder } from './question-ladder';
import type { EvidencePassage, QuestionModel, QuestionPlan } from './question-model';
import type { Question, QuestionType } from './question';
import { quotasOf, typesOf, type QuestionMode, type QuestionRequest } from './question-request';
import { QuestionSetStore } from './question-set.store';
import { SetComposer } from './set-composer';
import { TokenQuota } from './token-quota';
import { Turn } from './turn';

/** How often a model is asked before a set stays short, or the next is asked: rules are quick, and a large model takes seconds each time. */
const MOST_ROUNDS = { rules: 3, model: 2 };

/** How many of the questions asked of late a model is told of, the last ones: each costs tokens in every batch. */
const MOST_TOLD_AS_ASKED = 40;

/** Of the time that a request has left, what a model that has another below it may take. */
const RUNG_SHARE = 0.45;

/** Told of a question as soon as it is certain to be in the set, in the set's order. */
export type OnQuestion = (question: Question, mode: QuestionMode) => void;

/** One set while it is made. */
interface Making {
  readonly tenant: TenantId;
  readonly request: QuestionRequest;
  readonly seed: number;
  readonly quotas: Readonly<Record<QuestionType, number>>;
  /** The stems of what the tenant was asked of late on the topic, the longest ago first. */
  readonly asked: readonly string[];
  readonly composer: SetComposer;
  readonly startedAt: number;
  readonly degraded: Set<string>;
  /** By round. */
  readonly evidence: (readonly EvidencePassage[])[];
  /** How many questions were told of. */
  told: number;
  readonly onQuestion: OnQuestion | undefined;
}

/** The questions of a set, and what their making has to say. */
export interface MadeSet {
  readonly questions: readonly Question[];
  readonly degraded: readonly string[];
  /** Whether any of them comes from a model below the first. */
  readonly fallbackUsed: boolean;
  readonly rejections: Readonly<Partial<Record<CheckName, number>>>;
}

/** Makes the questions of a set: evidence is found, the models of the ladder propose one after the other, the composer picks. */
@Injectable()
export class SetMaker {
  constructor(
    private readonly evidence: EvidenceFinder,
    private readonly ladder: QuestionLadder,
    private readonly quota: TokenQuota,
    private readonly store: QuestionSetStore,
    private readonly pages: PageFinder,
    private readonly config: AppConfig,
  ) {}

  /**
   * @returns fewer questions than asked for, or none, where the material holds no more
   * @throws AppError `GENERATION_UNAVAILABLE` where there are none because a model could not be asked
   */
  async make(tenant: TenantId, request: QuestionRequest, signal: AbortSignal, onQuestion?: OnQuestion): Promise<MadeSet> {
    const seed = request.seed ?? randomInt(2 ** 31);
    const asked = request.seed === undefined ? await this.store.askedLately(tenant, request.topic) : [];
    const quotas = quotasOf(typesOf(request), request.count);
    const composer = new SetComposer({ count: request.count, quotas, seed, asked, inOrder: onQuestion !== undefined });
    const startedAt = performance.now();
    const making: Making = {
      tenant,
      request,
      seed,
      quotas,
      asked: asked.map(({ stem }) => stem),
      composer,
      startedAt,
      degraded: new Set(),
      evidence: [],
      told: 0,
      onQuestion,
    };
    let failure: unknown;
    for (const [rung, model] of this.ladder.rungs.entries()) {
      signal.throwIfAborted();
      if (composer.isFilled()) break;
      const missed = await this.climb(making, rung, model, signal);
      if (missed) making.degraded.add('generation');
      failure ??= missed;
    }
    // what there is is an answer; nothing at all, from models that could not be asked, is none
    if (failure && composer.questions.length === 0) throw failure;
    const questions = await this.pages.withPages(composer.finish());
    if (onQuestion) for (const question of questions.slice(making.told)) onQuestion(question, request.mode);
    return { questions, degraded: [...making.degraded], fallbackUsed: composer.lowestRung > 0, rejections: composer.rejections };
  }

  /**
   * Lets one model propose, over more evidence each round.
   * @returns why it could not be asked, or not to the end
   */
  private async climb(making: Making, rung: number, model: QuestionModel, signal: AbortSignal): Promise<unknown> {
    const { tenant, request, seed, quotas, asked, composer } = making;
    const last = rung === this.ladder.rungs.length - 1;
    if (model.kind === 'model' && (await this.quota.isUsedUp(tenant)))
      return new AppError('GENERATION_UNAVAILABLE', 'The question model is used up for today. Try again tomorrow.');
    const seen = new Set<string>();
    const leftMs = this.config.http.requestTimeoutMs - (performance.now() - making.startedAt);
    const turn = last ? signal : AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.ceil(RUNG_SHARE * leftMs)))]);
    let spent = 0;
    try {
      for (let round = 0; round < MOST_ROUNDS[model.kind] && !composer.isFilled(); round++) {
        const found = await this.evidenceOf(making, round, signal);
        const fresh = found.filter(({ documentId, start }) => !seen.has(`${documentId}:${start}`));
        const passages = fresh.length === 0 && model.kind === 'model' ? found : fresh;
        if (passages.length === 0) break;
        for (const { documentId, start } of fresh) seen.add(`${documentId}:${start}`);
        const plan: QuestionPlan = {
          counts: quotas,
          missing: composer.missing,
          seed,
          avoid: [...asked, ...composer.questions.map(({ stem }) => stem)].slice(-MOST_TOLD_AS_ASKED),
          spent: (tokens) => (spent += tokens),
          ...(request.difficulty && { difficulty: request.difficulty }),
          ...(request.language && { language: request.language }),
        };
        await this.propose(making, rung, model, plan, passages, turn);
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
    making: Making,
    rung: number,
    model: QuestionModel,
    plan: QuestionPlan,
    passages: readonly EvidencePassage[],
    signal: AbortSignal,
  ): Promise<void> {
    const { composer } = making;
    const turn = new Turn(signal);
    for await (const candidate of model.propose(plan, passages, signal)) {
      composer.offer(candidate, passages, rung);
      await this.tell(making);
      if (composer.isFull) return;
      await turn.next();
    }
  }

  private async tell(making: Making): Promise<void> {
    const { composer, request, onQuestion } = making;
    if (!onQuestion || making.told === composer.questions.length) return;
    const fresh = composer.questions.slice(making.told);
    making.told += fresh.length;
    for (const question of await this.pages.withPages(fresh)) onQuestion(question, request.mode);
  }
}
