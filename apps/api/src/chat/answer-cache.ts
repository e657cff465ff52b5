import { Cache, cacheKey, DerivedEntries, LibraryEpoch, type CacheKey } from '@lectern/caching';
import { QuestionLadder, type QuestionRequest } from '@lectern/generation';
import { AppConfig, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import type { ChatAnswer } from './chat-answer';

/** Raised when the form of a cached answer changes: older ones are then never found. */
const FORM = 1;

/** Where an answer has its place: made from one state of one library for one request. */
export interface AnswerPlace {
  readonly tenant: TenantId;
  readonly epoch: number;
  readonly key: CacheKey;
}

/** Answers of the contract, by tenant, state of the library and request. */
@Injectable()
export class AnswerCache {
  constructor(
    private readonly cache: Cache,
    private readonly epochs: LibraryEpoch,
    private readonly derived: DerivedEntries,
    private readonly config: AppConfig,
    private readonly ladder: QuestionLadder,
  ) {}

  async placeOf(tenant: TenantId, { topic, count, mode }: QuestionRequest): Promise<AnswerPlace> {
    const epoch = await this.epochs.current(tenant);
    const models = this.ladder.rungs.map(({ name, version }) => `${name} ${version}`);
    const parts = [FORM, ...models, this.config.generation.quizAnswerKey, topic, count, mode];
    return { tenant, epoch, key: cacheKey({ space: 'response', tenant, epoch, parts }) };
  }

  find({ key }: AnswerPlace): Promise<ChatAnswer | undefined> {
    return this.cache.get<ChatAnswer>(key);
  }

  /** Keeps an answer, unless it was made while the library changed or from a part of the system: such a one is no answer for later. */
  async keep({ tenant, epoch, key }: AnswerPlace, answer: ChatAnswer): Promise<void> {
    if (answer.degraded.length > 0 || (await this.epochs.current(tenant)) !== epoch) return;
    const { responseMs } = this.config.cacheTtl;
    await Promise.all([this.cache.set(key, answer, responseMs), this.derived.note(tenant, epoch, responseMs)]);
  }
}
