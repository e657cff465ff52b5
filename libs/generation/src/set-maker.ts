import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isModelFailure } from '@lectern/language-model';
import { AppConfig, AppError, type TenantId } from '@lectern/platform';
import type { Passage } from '@lectern/retrieval';
import type { CheckName } from './checks/question-check';
import { EvidenceFinder } from './evidence';
import { Meanings } from './meanings';
import { PageFinder } from './page-finder';
import { QuestionLadder } from './question-ladder';
import type { EvidencePassage, QuestionPlan } from './question-model';
import type { Question, QuestionType } from './question';
import { quotasOf, typesOf, type QuestionMode, type QuestionRequest } from './question-request';
import { QuestionSetStore } from './question-set.store';
import { Rung } from './rung';
import { SetComposer } from './set-composer';
import { TokenQuota } from './token-quota';
import { Turn } from './turn';

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
  readonly evidence: (readonly Passage[])[];
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
    private readonly meanings: Meanings,
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
    const startedAt = performance.now();
    // rules ask of the same sentences again, which their places tell
    const askedMeanings = this.ladder.rungs.some(({ kind }) => kind === 'model') ? await this.meanings.of(asked, signal) : [];
    const composer = new SetComposer({ count: request.count, quotas, seed, asked, askedMeanings, inOrder: onQuestion !== undefined });
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
    const rungs = this.ladder.rungs.map((model, i) => new Rung(model, i, i === this.ladder.rungs.length - 1));
    let failure: unknown;
    let answered = false;
    for (const rung of rungs) {
      if (composer.isFilled()) break;
      const missed = await this.climb(making, rung, answered, signal);
      failure ??= missed;
      answered ||= rung.model.kind === 'model' && missed === undefined;
    }
    // what was put off for the sake of time comes where the rest does not fill the set, whatever is given up
    for (const rung of rungs.filter(({ isPutOff }) => isPutOff)) {
      if (composer.finish().length === request.count) break;
      failure ??= await this.climb(making, rung, answered, signal);
    }
    // what there is is an answer; nothing at all, from models that could not be asked, is none
    if (failure && composer.questions.length === 0) throw failure;
    const questions = await this.pages.withPages(composer.finish());
    if (onQuestion) for (const question of questions.slice(making.told)) onQuestion(question, request.mode);
    return { questions, degraded: [...making.degraded], fallbackUsed: composer.lowestRung > 0, rejections: composer.rejections };
  }

  /**
   * Lets one model propose, over more evidence each round, while there is time for another.
   * @param answered whether a model before it did: then it comes for more, and stands in for nobody
   * @returns why it could not be asked, or not to the end
   */
  private async climb(making: Making, rung: Rung, answered: boolean, signal: AbortSignal): Promise<unknown> {
    const { tenant, composer, startedAt, degraded } = making;
    signal.throwIfAborted();
    if (rung.model.kind === 'model' && (await this.quota.isUsedUp(tenant))) {
      degraded.add('generation');
      return new AppError('GENERATION_UNAVAILABLE', 'The question model is used up for today. Try again tomorrow.');
    }
    const leftMs = Math.max(0, this.config.http.requestTimeoutMs - (performance.now() - startedAt));
    const withinMs = Math.ceil(rung.isLast ? leftMs : RUNG_SHARE * leftMs);
    const turn = rung.isLast ? signal : AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
    const until = performance.now() + withinMs;
    let spent = 0;
    try {
      for (let round = rung.nextRound(startedAt, answered); round !== undefined; round = rung.nextRound(startedAt, answered)) {
        const passages = rung.unseen(await this.evidenceOf(making, round, signal));
        if (passages.length === 0) break;
        const plan = {
          ...this.planOf(making),
          ...(rung.model.kind === 'rules' && { background: await this.backgroundOf(making, round, signal) }),
          withinMs: until - performance.now(),
          spent: (tokens: number) => (spent += tokens),
        };
        const before = composer.questions.length;
        await this.propose(making, rung, plan, passages, turn);
        if (composer.isFilled()) break;
        if (composer.questions.length === before) rung.broughtNothing();
      }
      if (!rung.isUseless || composer.questions.length > 0) return undefined;
      degraded.add('generation');
      // others below may tell whether it is the model that lacks, or the material
      return rung.isLast ? new AppError('GENERATION_UNAVAILABLE', 'The question model gave nothing usable. Try again.') : undefined;
    } catch (error) {
      if (signal.aborted || !(turn.aborted || isModelFailure(error))) throw error;
      degraded.add('generation');
      return error;
    } finally {
      await this.quota.count(tenant, spent);
    }
  }

  private planOf({ request, seed, quotas, asked, composer }: Making): QuestionPlan {
    return {
      counts: quotas,
      missing: composer.missing,
      seed,
      avoid: [...asked, ...composer.questions.map(({ stem }) => stem)].slice(-MOST_TOLD_AS_ASKED),
      ...(request.difficulty && { difficulty: request.difficulty }),
      ...(request.language && { language: request.language }),
    };
  }

  /** Found once a round, whichever model asks. */
  private async evidenceOf(making: Making, round: number, signal: AbortSignal): Promise<readonly Passage[]> {
    const { tenant, request, seed, composer, degraded, evidence } = making;
    if (!evidence[round]) {
      const found = await this.evidence.find(tenant, request, round, seed, signal);
      for (const what of found.degraded) degraded.add(what);
      composer.welcome(found.passages);
      evidence[round] = found.passages;
    }
    return evidence[round];
  }

  private async backgroundOf({ tenant, request, seed, evidence }: Making, round: number, signal: AbortSignal) {
    return request.topic === null ? [] : this.evidence.background(tenant, evidence[round] ?? [], seed, signal);
  }

  private async propose(
    making: Making,
    { model, position }: Rung,
    plan: QuestionPlan,
    passages: readonly EvidencePassage[],
    signal: AbortSignal,
  ): Promise<void> {
    const { composer } = making;
    const turn = new Turn(signal);
    for await (const candidate of model.propose(plan, passages, signal)) {
      composer.offer(candidate, passages, position);
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
