export { Cache } from './cache';
export { cacheKey, type CacheKey } from './cache-key';
export { CachingModule } from './caching.module';
export { DerivedEntries } from './derived-entries';
export { LibraryEpoch } from './library-epoch';
export { RateLimiter } from './rate-limiter';
export { RedisConnection } from './redis-connection';
