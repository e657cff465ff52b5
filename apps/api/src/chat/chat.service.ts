import { Injectable } from '@nestjs/common';
import { Cache, cacheKey, LibraryEpoch, type CacheKey } from '@lectern/caching';
import { markdownOf, QuestionSetService, type QuestionRequest } from '@lectern/generation';
import { AppConfig, type Budget, type TenantId } from '@lectern/platform';
import { QuestionMetrics } from '../question-sets/question-metrics';
import { SingleFlight } from './single-flight';

/** Raised when the form of a cached answer changes: older ones are then never found. */
const FORM = 1;

/** What one request of the contract is answered with, whole, as caches keep it. */
export interface ChatAnswer {
  readonly markdown: string;
  readonly timestamp: string;
  readonly setId: string;
  readonly delivered: number;
  readonly fallbackUsed: boolean;
  readonly degraded: readonly string[];
}

export type CacheState = 'hit' | 'coalesced' | 'miss';

@Injectable()
export class ChatService {
  private readonly inFlight = new SingleFlight<CacheKey, ChatAnswer>();

  constructor(
    private readonly sets: QuestionSetService,
    private readonly cache: Cache,
    private readonly epochs: LibraryEpoch,
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
    const epoch = await this.epochs.current(tenant);
    const { topic, count, mode } = request;
    const key = cacheKey({ space: 'response', tenant, epoch, parts: [FORM, this.config.generation.quizAnswerKey, topic, count, mode] });
    const make = (until: AbortSignal) => this.make(tenant, request, { key, epoch }, until);
    if (fresh) return { ...(await make(signal)), cacheState: 'miss' };
    const cached = await this.cache.get<ChatAnswer>(key);
    if (cached) return { ...cached, cacheState: 'hit' };
    const { value, joined } = await this.inFlight.run(key, signal, make);
    return { ...value, cacheState: joined ? 'coalesced' : 'miss' };
  }

  private async make(
    tenant: TenantId,
    request: QuestionRequest,
    { key, epoch }: { key: CacheKey; epoch: number },
    signal: AbortSignal,
  ): Promise<ChatAnswer> {
    const created = await this.sets.create(tenant, request, signal);
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
    // what was made while the library changed, or from a part of the system, is no answer for later
    if (answer.degraded.length === 0 && (await this.epochs.current(tenant)) === epoch)
      await this.cache.set(key, answer, this.config.cacheTtl.responseMs);
    return answer;
  }
}
