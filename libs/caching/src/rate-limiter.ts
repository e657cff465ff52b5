import { inTime } from '@lectern/platform';
import type { RedisConnection } from './redis-connection';

interface RateLimiterOptions {
  windowMs: number;
  /** After this the request goes on uncounted. */
  deadlineMs: number;
  onFailure: (error: unknown) => void;
}

/** Counts in windows that begin with a key's first request; the count and its end are one step, so that no key stays for ever. */
const COUNT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {count, redis.call('PTTL', KEYS[1])}`;

/** Requests by key and window, counted in Redis for all processes together. Without Redis nobody is limited: a limit is no reason to be down. */
export class RateLimiter {
  constructor(
    private readonly redis: RedisConnection,
    private readonly options: RateLimiterOptions,
  ) {}

  /**
   * Counts one request.
   * @param limit a window; 0 = none
   * @returns seconds until there is room again, or undefined where the request is within the limit
   */
  async hit(key: string, limit: number): Promise<number | undefined> {
    if (limit === 0) return undefined;
    try {
      const counted = this.redis.client.eval(COUNT, 1, `lectern:limit:${key}`, this.options.windowMs);
      const [count, leftMs] = (await inTime(counted, this.options.deadlineMs)) as [number, number];
      return count > limit ? Math.max(1, Math.ceil(leftMs / 1000)) : undefined;
    } catch (error) {
      this.options.onFailure(error);
      return undefined;
    }
  }
}
