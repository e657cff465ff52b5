import { AppError } from '@lectern/platform';
import { type EmbeddingProvider } from './embedding-provider';
import { WrappedEmbeddingProvider } from './wrapped.embedding-provider';

/** Requests in one window of time. */
export interface Quota {
  /** 0 = none */
  readonly limit: number;
  /** Counts one request where there is room. @returns seconds until there is room again, undefined where it was counted */
  hit(limit: number): Promise<number | undefined>;
}

/** Of a quota, for passages; the rest is kept for those who wait for an answer while a book is read. */
const SHARE_OF_PASSAGES = 0.8;

/** Keeps within what a service allows. A request too many is not sent: the error says when there is room again, and whoever can wait does. */
export class RateLimitedEmbeddingProvider extends WrappedEmbeddingProvider {
  /** @param quotas shorter windows first: what they refuse is not counted in longer ones */
  constructor(
    inner: EmbeddingProvider,
    private readonly quotas: readonly Quota[],
  ) {
    super(inner);
  }

  override async embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    await this.take(SHARE_OF_PASSAGES);
    return this.inner.embedPassages(texts, signal);
  }

  override async embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    await this.take(1);
    return this.inner.embedQuery(text, signal);
  }

  override async ping(signal: AbortSignal): Promise<void> {
    await this.take(1);
    return this.inner.ping(signal);
  }

  private async take(share: number): Promise<void> {
    for (const { limit, hit } of this.quotas) {
      if (limit === 0) continue;
      const retryAfterSeconds = await hit(Math.max(1, Math.floor(limit * share)));
      if (retryAfterSeconds === undefined) continue;
      const cause = new Error('EMBEDDING_REQUESTS_PER_MINUTE or EMBEDDING_REQUESTS_PER_DAY is used up');
      throw new AppError('EMBEDDING_UNAVAILABLE', 'The embedding service is used up for the moment. Try again.', {
        cause,
        retryAfterSeconds,
      });
    }
  }
}
