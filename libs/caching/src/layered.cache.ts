import { Cache } from './cache';
import type { CacheKey } from './cache-key';

interface LayeredCacheOptions {
  near: Cache;
  far: Cache;
  /** How long the near level may keep a value that another process has replaced or deleted meanwhile. */
  nearTtlMs: number;
}

/** A near level in front of a far one: what was found far away stays near for a moment. */
export class LayeredCache extends Cache {
  constructor(private readonly options: LayeredCacheOptions) {
    super();
  }

  async get<Value>(key: CacheKey): Promise<Value | undefined> {
    const { near, far, nearTtlMs } = this.options;
    const held = await near.get<Value>(key);
    if (held !== undefined) return held;
    const found = await far.get<Value>(key);
    if (found !== undefined) await near.set(key, found, nearTtlMs);
    return found;
  }

  async set(key: CacheKey, value: unknown, ttlMs: number): Promise<void> {
    const { near, far, nearTtlMs } = this.options;
    await near.set(key, value, Math.min(ttlMs, nearTtlMs));
    await far.set(key, value, ttlMs);
  }

  async delete(key: CacheKey): Promise<void> {
    await this.options.near.delete(key);
    await this.options.far.delete(key);
  }
}
