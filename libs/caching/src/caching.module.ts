import { Module } from '@nestjs/common';
import { CACHE_MANAGER, CacheModule } from '@nestjs/cache-manager';
import type { Cache as CacheManager } from 'cache-manager';
import { AppConfig, Logger, Metrics, PlatformModule } from '@lectern/platform';
import { Cache } from './cache';
import { DerivedEntries } from './derived-entries';
import { LayeredCache } from './layered.cache';
import { LibraryEpoch } from './library-epoch';
import { MemoryCache } from './memory.cache';
import { RateLimiter } from './rate-limiter';
import { RedisConnection } from './redis-connection';
import { RedisCache, redisStore } from './redis.cache';
import { ResilientCache } from './resilient.cache';

/** A cache is asked to save tens of milliseconds, so it may not cost more than this. */
const DEADLINE_MS = 150;
/** Of JSON, in each process. */
const NEAR_BYTES = 32 * 1024 * 1024;
/** `Cache-Control: no-cache` replaces an answer for all processes: the others show the older one for at most this long. */
const NEAR_TTL_MS = 5_000;

function createConnection(config: AppConfig, logger: Logger): RedisConnection {
  return new RedisConnection({
    url: config.redis.cacheUrl,
    onStateChange: (state, error) =>
      state === 'lost'
        ? logger.warn({ error: error?.message }, 'The cache Redis does not answer; going on without it.')
        : logger.info({}, 'The cache Redis answers again.'),
  });
}

function createCache(manager: CacheManager, metrics: Metrics): Cache {
  const failures = metrics.counter('cache_failures_total', 'Cache operations that failed or were late', ['operation', 'space']);
  const far = new ResilientCache(new RedisCache(manager), {
    deadlineMs: DEADLINE_MS,
    onFailure: ({ operation, space }) => failures.inc({ operation, space }),
  });
  return new LayeredCache({ near: new MemoryCache({ maxBytes: NEAR_BYTES }), far, nearTtlMs: NEAR_TTL_MS });
}

function createRateLimiter(connection: RedisConnection, metrics: Metrics): RateLimiter {
  const failures = metrics.counter('rate_limit_failures_total', 'Requests let through because the limits could not be looked up');
  return new RateLimiter(connection, {
    windowMs: 60_000,
    deadlineMs: DEADLINE_MS,
    withoutRedis: 'nobody',
    onFailure: () => failures.inc(),
  });
}

function createDerivedEntries(connection: RedisConnection, metrics: Metrics): DerivedEntries {
  const failures = metrics.counter('derived_entries_failures_total', 'Cached values that could not be counted');
  return new DerivedEntries(connection, { deadlineMs: DEADLINE_MS, onFailure: () => failures.inc() });
}

const connection = { provide: RedisConnection, useFactory: createConnection, inject: [AppConfig, Logger] };

@Module({ imports: [PlatformModule], providers: [connection], exports: [RedisConnection] })
class ConnectionModule {}

@Module({
  imports: [
    PlatformModule,
    ConnectionModule,
    CacheModule.registerAsync({
      imports: [ConnectionModule],
      inject: [RedisConnection],
      useFactory: (redis: RedisConnection) => ({ stores: [redisStore(redis)] }),
    }),
  ],
  providers: [
    { provide: Cache, useFactory: createCache, inject: [CACHE_MANAGER, Metrics] },
    { provide: RateLimiter, useFactory: createRateLimiter, inject: [RedisConnection, Metrics] },
    { provide: DerivedEntries, useFactory: createDerivedEntries, inject: [RedisConnection, Metrics] },
    LibraryEpoch,
  ],
  exports: [Cache, DerivedEntries, LibraryEpoch, RateLimiter, ConnectionModule],
})
export class CachingModule {}
