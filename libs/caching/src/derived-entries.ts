import { inTime, type TenantId } from '@lectern/platform';
import { cacheKey } from './cache-key';
import type { RedisConnection } from './redis-connection';

interface DerivedEntriesOptions {
  /** After this the entry goes uncounted. */
  deadlineMs: number;
  onFailure: (error: unknown) => void;
}

/**
 * How many cached values were made from each state of a library, so that a delete receipt can say how many of them the new state made unreachable. As far as is
 * known: without Redis nothing is counted, and a count ends with the longest life of what it counts.
 */
export class DerivedEntries {
  constructor(
    private readonly redis: RedisConnection,
    private readonly options: DerivedEntriesOptions,
  ) {}

  /** One more value was kept for `ttlMs`. */
  async note(tenant: TenantId, epoch: number, ttlMs: number): Promise<void> {
    const key = keyOf(tenant, epoch);
    await this.orZero(this.redis.client.multi().incr(key).pexpire(key, ttlMs).exec());
  }

  async count(tenant: TenantId, epoch: number): Promise<number> {
    return Number((await this.orZero(this.redis.client.get(keyOf(tenant, epoch)))) ?? 0);
  }

  private async orZero<Result>(command: Promise<Result>): Promise<Result | undefined> {
    try {
      return await inTime(command, this.options.deadlineMs);
    } catch (error) {
      this.options.onFailure(error);
      return undefined;
    }
  }
}

function keyOf(tenant: TenantId, epoch: number): string {
  return cacheKey({ space: 'derived-entries', tenant, epoch, parts: [] });
}
