import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, AppError, type TenantId } from '@lectern/platform';
import type { CheckName } from './checks/question-check';
import { EvidenceFinder } from './evidence';
import { formatNamed } from './exports/formats';
import { gradeAnswers, type Grade } from './grading';
import { PageFinder } from './page-finder';
import { QuestionModel, type QuestionPlan } from './question-model';
import { quotasOf, typesOf, type QuestionRequest } from './question-request';
import { shownSet, type QuestionSet, type ShownQuestionSet } from './question-set';
import { QuestionSetStore } from './question-set.store';
import { SetComposer } from './set-composer';
import { Turn } from './turn';

/** How often more evidence is fetched before a set stays short. */
const MOST_ROUNDS = 3;

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
    private readonly model: QuestionModel,
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
      if (set) return { set, fallbackUsed: false, rejections: composer.rejections };
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
    const plan = {
      counts: quotas,
      seed,
      ...(request.difficulty && { difficulty: request.difficulty }),
      ...(request.language && { language: request.language }),
    };
    const [seen, degraded] = [new Set<string>(), new Set<string>()];
    for (let round = 0; round < MOST_ROUNDS && !composer.isFilled(); round++) {
      signal.throwIfAborted();
      const found = await this.evidence.find(tenant, request, round, seed, signal);
      for (const what of found.degraded) degraded.add(what);
      const fresh = found.passages.filter(({ documentId, start }) => !seen.has(`${documentId}:${start}`));
      if (fresh.length === 0) break;
      for (const { documentId, start } of fresh) seen.add(`${documentId}:${start}`);
      await this.propose(composer, plan, fresh, signal);
    }
    return { composer, degraded: [...degraded] };
  }

  private async propose(
    composer: SetComposer,
    plan: QuestionPlan,
    passages: Parameters<QuestionModel['propose']>[1],
    signal: AbortSignal,
  ): Promise<void> {
    const turn = new Turn(signal);
    composer.welcome(passages);
    for await (const candidate of this.model.propose(plan, passages, signal)) {
      composer.offer(candidate, passages);
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
