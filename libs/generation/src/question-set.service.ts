import { Injectable } from '@nestjs/common';
import { AppConfig, AppError, type TenantId } from '@lectern/platform';
import { EvidenceFinder } from './evidence';
import { formatNamed } from './exports/formats';
import { gradeAnswers, type Grade } from './grading';
import type { QuestionRequest } from './question-request';
import { shownSet, type QuestionSet, type ShownQuestionSet } from './question-set';
import { QuestionSetStore } from './question-set.store';
import { SetMaker, type MadeSet, type OnQuestion } from './set-maker';

/** A set with its keys, and what its making has to say for headers and metrics. */
export interface CreatedSet extends Pick<MadeSet, 'fallbackUsed' | 'rejections'> {
  readonly set: QuestionSet;
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
    private readonly maker: SetMaker,
    private readonly evidence: EvidenceFinder,
    private readonly store: QuestionSetStore,
    private readonly config: AppConfig,
  ) {}

  /**
   * @throws AppError `NO_MATERIAL` where there is nothing to ask; `NOT_FOUND` for a document that is not the tenant's;
   *   `CONFLICT` where the library changed while they were made, again and again or after one was told of
   */
  async create(tenant: TenantId, request: QuestionRequest, signal: AbortSignal, onQuestion?: OnQuestion): Promise<CreatedSet> {
    // a document may be deleted while its questions are made: then once more, from what is left
    for (let attempt = 0; attempt < (onQuestion ? 1 : 2); attempt++) {
      const { questions, degraded, fallbackUsed, rejections } = await this.maker.make(tenant, request, signal, onQuestion);
      if (questions.length === 0) throw await this.evidence.nothing(tenant, request);
      const { mode, topic, count: requested } = request;
      const delivered = questions.length;
      const shortfall = delivered < requested ? shortfallReason(request) : null;
      const set = await this.store.add(tenant, { mode, topic, requested, delivered, shortfall_reason: shortfall, questions, degraded });
      if (set) return { set, fallbackUsed, rejections };
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
}

function shortfallReason({ topic, difficulty, types }: QuestionRequest): string {
  const kind = difficulty || types ? ' of this kind' : '';
  return topic === null
    ? `The documents hold no more different questions${kind}.`
    : `The documents hold no more different questions${kind} on this topic.`;
}
