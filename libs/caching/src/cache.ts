import type { CacheKey } from './cache-key';

/**
 * Values that can be made again, by key, for a while. A miss is always a right answer: a cache may forget at any time.
 *
 * Values are JSON: what comes back is an equal copy, and `undefined` cannot be kept. Left out on purpose: emptying a cache or a part of
 * it. A key holds everything that its value was made from (a library's epoch among it), so what is outdated is never asked for again.
 */
export abstract class Cache {
  /** The value, or undefined where there is none (any more). */
  abstract get<Value>(key: CacheKey): Promise<Value | undefined>;

  /** @param ttlMs above 0; the value is gone after it, or earlier */
  abstract set(key: CacheKey, value: unknown, ttlMs: number): Promise<void>;

  /** Forgets one value. Without effect where there is none. */
  abstract delete(key: CacheKey): Promise<void>;
}
