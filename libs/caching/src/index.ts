export { Cache } from './cache';
export { cacheKey, type CacheKey } from './cache-key';
export { CachingModule } from './caching.module';
export { LibraryEpoch } from './library-epoch';
export { RateLimiter } from './rate-limiter';
export { RedisConnection } from './redis-connection';
