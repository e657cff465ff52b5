import { inTime } from '@lectern/platform';
import type { RedisConnection } from './redis-connection';

interface RateLimiterOptions {
  windowMs: number;
  /** After this the request goes on without an answer of Redis. */
  deadlineMs: number;
  /**
   * Who is limited while Redis does not answer. A limit of our own making is no reason to be down, so nobody; one that a service sets for us stands, and
   * each process then keeps it for itself.
   */
  withoutRedis: 'nobody' | 'each process';
  onFailure: (error: unknown) => void;
}

interface Window {
  count: number;
  endsAt: number;
}

/** Windows begin with a key's first request; the count and its end are one step, so that no key stays for ever. What is refused is not counted. */
const COUNT = `
local count = tonumber(redis.call('GET', KEYS[1]) or 0)
if count >= tonumber(ARGV[2]) then return redis.call('PTTL', KEYS[1]) end
if redis.call('INCR', KEYS[1]) == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return -1`;

/** Requests by key and window, counted in Redis for all processes together. */
export class RateLimiter {
  private readonly own = new Map<string, Window>();

  constructor(
    private readonly redis: RedisConnection,
    private readonly options: RateLimiterOptions,
  ) {}

  /**
   * Counts one request, where there is room for it.
   * @param limit a window; 0 = none
   * @returns seconds until there is room again, or undefined where the request is within the limit
   */
  async hit(key: string, limit: number): Promise<number | undefined> {
    if (limit === 0) return undefined;
    try {
      const counted = this.redis.client.eval(COUNT, 1, `lectern:limit:${key}`, this.options.windowMs, limit);
      const leftMs = (await inTime(counted, this.options.deadlineMs)) as number;
      return leftMs < 0 ? undefined : wholeSeconds(leftMs);
    } catch (error) {
      this.options.onFailure(error);
      return this.options.withoutRedis === 'nobody' ? undefined : this.hitAlone(key, limit);
    }
  }

  private hitAlone(key: string, limit: number): number | undefined {
    const now = performance.now();
    for (const [known, { endsAt }] of this.own) if (endsAt <= now) this.own.delete(known);
    const window = this.own.get(key) ?? { count: 0, endsAt: now + this.options.windowMs };
    if (window.count >= limit) return wholeSeconds(window.endsAt - now);
    this.own.set(key, { ...window, count: window.count + 1 });
    return undefined;
  }
}

function wholeSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
