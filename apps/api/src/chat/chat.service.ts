import { markdownOf, QuestionSetService, type QuestionRequest } from '@lectern/generation';
import { AppConfig, type Budget, SingleFlight, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { QuestionMetrics } from '../question-sets/question-metrics';
import { AnswerCache, type AnswerPlace } from './answer-cache';
import type { ChatAnswer } from './chat-answer';

export type CacheState = 'hit' | 'coalesced' | 'miss';

@Injectable()
export class ChatService {
  private readonly inFlight = new SingleFlight<string, ChatAnswer>();

  constructor(
    private readonly sets: QuestionSetService,
    private readonly answers: AnswerCache,
    private readonly config: AppConfig,
    private readonly metrics: QuestionMetrics,
  ) {}

  /** @param fresh makes a new answer, whatever a cache holds, and keeps it */
  async answer(
    tenant: TenantId,
    request: QuestionRequest,
    { signal }: Budget,
    fresh: boolean,
  ): Promise<ChatAnswer & { cacheState: CacheState }> {
    const place = await this.answers.placeOf(tenant, request);
    const make = (until: AbortSignal) => this.make(request, place, until);
    if (fresh) return { ...(await make(signal)), cacheState: 'miss' };
    const cached = await this.answers.find(place);
    if (cached) return { ...cached, cacheState: 'hit' };
    const { value, joined } = await this.inFlight.run(place.key, signal, make);
    return { ...value, cacheState: joined ? 'coalesced' : 'miss' };
  }

  private async make(request: QuestionRequest, place: AnswerPlace, signal: AbortSignal): Promise<ChatAnswer> {
    const created = await this.sets.create(place.tenant, request, signal);
    this.metrics.count(created);
    const { set, fallbackUsed } = created;
    const answer = {
      markdown: markdownOf(set, this.config.generation.quizAnswerKey),
      timestamp: set.created_at,
      setId: set.id,
      delivered: set.delivered,
      fallbackUsed,
      degraded: set.degraded,
    };
    await this.answers.keep(place, answer);
    return answer;
  }
}
