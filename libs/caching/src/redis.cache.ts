import { KeyvAdapter, type Cache as CacheManager, type CacheManagerStore } from 'cache-manager';
import { redisInsStore } from 'cache-manager-ioredis-yet';
import { Keyv } from 'keyv';
import { Cache } from './cache';
import type { CacheKey } from './cache-key';
import type { RedisConnection } from './redis-connection';

/**
 * Redis as a store of cache-manager.
 *
 * The text that reaches `cache-manager-ioredis-yet` is always JSON of our own: its serialiser (telejson) would turn a plain string such as
 * `_function_x|...` into a function by `eval`, and cached strings hold text of documents. Keyv's own expiry, which is one of wall
 * clock, is left out as well: Redis expires keys by itself. Never call `clear()` of any of these: it is FLUSHDB.
 */
export function redisStore({ client }: RedisConnection): Keyv {
  const store = new Keyv({
    store: new KeyvAdapter(redisInsStore(client as never) as unknown as CacheManagerStore),
    serialize: ({ value }) => JSON.stringify(value),
    deserialize: (text) => ({ value: JSON.parse(text), expires: undefined }),
    useKeyPrefix: false,
    throwOnErrors: true,
  });
  store.on('error', () => {}); // thrown too; without a listener it would be thrown twice
  return store;
}

/** Shared by all processes. Failures of Redis are thrown: `ResilientCache` around it decides what they mean. */
export class RedisCache extends Cache {
  constructor(private readonly manager: CacheManager) {
    super();
  }

  async get<Value>(key: CacheKey): Promise<Value | undefined> {
    // the manager's own `get` makes a miss of every failure, and nobody could count them
    return this.manager.stores[0]!.get<Value>(key);
  }

  async set(key: CacheKey, value: unknown, ttlMs: number): Promise<void> {
    await this.manager.set(key, value, Math.ceil(ttlMs));
  }

  async delete(key: CacheKey): Promise<void> {
    await this.manager.del(key);
  }
}
