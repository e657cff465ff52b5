import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@lectern/platform';
import { type EmbeddingProvider } from './embedding-provider';
import { isWorthRepeating, unavailable } from './service-error';
import { WrappedEmbeddingProvider } from './wrapped.embedding-provider';

interface Persistence {
  /** Tries in all. */
  attempts: number;
  /** Of one try, from its first byte to its last. */
  timeoutMs: number;
}

interface ResilienceOptions {
  passages: Persistence;
  query: Persistence;
  /** Before the second try, with jitter; doubled each time. */
  backoffMs: number;
  /** A service that wants to be left alone for longer is: the error says for how long, and whoever can wait does. */
  patienceMs: number;
}

/** Tries again what may go well in a moment, and ends what takes too long. */
export class ResilientEmbeddingProvider extends WrappedEmbeddingProvider {
  constructor(
    inner: EmbeddingProvider,
    private readonly options: ResilienceOptions,
  ) {
    super(inner);
  }

  override embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    return this.persist(this.options.passages, signal, (attempt) => this.inner.embedPassages(texts, attempt));
  }

  override embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    return this.persist(this.options.query, signal, (attempt) => this.inner.embedQuery(text, attempt));
  }

  override ping(signal: AbortSignal): Promise<void> {
    return this.persist({ ...this.options.query, attempts: 1 }, signal, (attempt) => this.inner.ping(attempt));
  }

  private async persist<Result>(
    { attempts, timeoutMs }: Persistence,
    signal: AbortSignal,
    call: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await inTime(timeoutMs, signal, call);
      } catch (error) {
        signal.throwIfAborted();
        const waitMs = this.waitBefore(attempt + 1, error);
        if (attempt === attempts || !isWorthRepeating(error) || waitMs > this.options.patienceMs) throw error;
        await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  }

  private waitBefore(attempt: number, error: unknown): number {
    const wished = error instanceof AppError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
    // jitter, so that those who failed together do not come back together
    return Math.max(wished, this.options.backoffMs * 2 ** (attempt - 2) * (0.5 + Math.random()));
  }
}

async function inTime<Result>(timeoutMs: number, signal: AbortSignal, call: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await call(AbortSignal.any([signal, timeout]));
  } catch (error) {
    if (timeout.aborted && !signal.aborted) throw unavailable(new Error(`The embedding service gave no answer in ${timeoutMs} ms`));
    throw error;
  }
}
