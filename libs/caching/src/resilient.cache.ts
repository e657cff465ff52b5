import { Cache } from './cache';
import { spaceOf, type CacheKey } from './cache-key';
import { inTime } from '@lectern/platform';

interface ResilientCacheOptions {
  /** A cache that answers later than this is slower than doing without it. */
  deadlineMs: number;
  onFailure: (failure: { operation: 'get' | 'set' | 'delete'; space: string; error: unknown }) => void;
}

/** Never fails and never holds anyone up: an error or a late answer is a miss, and is counted. */
export class ResilientCache extends Cache {
  constructor(
    private readonly inner: Cache,
    private readonly options: ResilientCacheOptions,
  ) {
    super();
  }

  get<Value>(key: CacheKey): Promise<Value | undefined> {
    return this.attempt('get', key, () => this.inner.get<Value>(key));
  }

  async set(key: CacheKey, value: unknown, ttlMs: number): Promise<void> {
    await this.attempt('set', key, () => this.inner.set(key, value, ttlMs));
  }

  async delete(key: CacheKey): Promise<void> {
    await this.attempt('delete', key, () => this.inner.delete(key));
  }

  private async attempt<Result>(
    operation: 'get' | 'set' | 'delete',
    key: CacheKey,
    work: () => Promise<Result>,
  ): Promise<Result | undefined> {
    try {
      return await inTime(work(), this.options.deadlineMs);
    } catch (error) {
      this.options.onFailure({ operation, space: spaceOf(key), error });
      return undefined;
    }
  }
}
