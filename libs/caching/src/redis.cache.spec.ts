import { createCache } from 'cache-manager';
import { describeWithRedis, startRedis, type TestRedis } from '../../../test/support/redis';
import { cacheKey } from './cache-key';
import { describeCache } from './cache.contract';
import { RedisConnection } from './redis-connection';
import { LayeredCache } from './layered.cache';
import { MemoryCache } from './memory.cache';
import { RateLimiter } from './rate-limiter';
import { RedisCache, redisStore } from './redis.cache';
import { ResilientCache } from './resilient.cache';

describeWithRedis('caches on a real Redis', () => {
  let redis: TestRedis;
  let connection: RedisConnection;
  let states: string[];
  const far = () => new RedisCache(createCache({ stores: [redisStore(connection)] }));

  beforeAll(async () => {
    redis = await startRedis();
    states = [];
    connection = new RedisConnection({ url: redis.url, onStateChange: (state) => states.push(state) });
    await ready();
  });
  afterAll(async () => {
    connection.onModuleDestroy();
    await redis.stop();
  });
  const ready = () => until(async () => (await connection.ping(), true));

  describeCache('redis', async () => far());
  describeCache(
    'memory before redis',
    async () => new LayeredCache({ near: new MemoryCache({ maxBytes: 1e6 }), far: far(), nearTtlMs: 1000 }),
  );

  it('shares values between processes, and lets Redis expire them', async () => {
    const key = cacheKey({ space: 'shared', parts: [] });
    await far().set(key, { a: 1 }, 60_000);
    expect(await far().get(key)).toEqual({ a: 1 });
    expect(await connection.client.pttl(key)).toBeGreaterThan(50_000);
  });

  describe('RateLimiter', () => {
    const limiter = () => new RateLimiter(connection, { windowMs: 60_000, deadlineMs: 150, withoutRedis: 'nobody', onFailure: () => {} });

    it('counts the requests of all processes together, and says when there is room again', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => limiter().hit('tenant:a', 10)));
      expect(answers.filter((wait) => wait === undefined)).toHaveLength(10);
      expect(answers.filter((wait) => wait! >= 1 && wait! <= 60)).toHaveLength(2);
      expect(await limiter().hit('tenant:b', 10)).toBeUndefined();
    });

    it('does not count what it refuses, so that whoever may use more of a window finds the rest of it', async () => {
      for (let i = 0; i < 8; i++) await limiter().hit('shared', 4);
      expect(await limiter().hit('shared', 5)).toBeUndefined();
      expect(await limiter().hit('shared', 5)).toBeGreaterThan(0);
    });

    it('begins anew after its window', async () => {
      const short = new RateLimiter(connection, { windowMs: 50, deadlineMs: 150, withoutRedis: 'nobody', onFailure: () => {} });
      await short.hit('window', 1);
      expect(await short.hit('window', 1)).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await short.hit('window', 1)).toBeUndefined();
    });
  });

  describe('without Redis', () => {
    const failures: string[] = [];
    const resilient = () =>
      new ResilientCache(far(), {
        deadlineMs: 150,
        onFailure: ({ operation, space }) => failures.push(`${operation} ${space}`),
      });
    const key = cacheKey({ space: 'lost', parts: [] });

    async function longest(...calls: (() => Promise<unknown>)[]): Promise<number> {
      let ms = 0;
      for (const call of calls) {
        const started = performance.now();
        await call();
        ms = Math.max(ms, performance.now() - started);
      }
      return ms;
    }

    it('answers with a miss within its deadline while Redis hangs, and counts it', async () => {
      const cache = resilient();
      const limiter = new RateLimiter(connection, {
        windowMs: 1000,
        deadlineMs: 150,
        withoutRedis: 'nobody',
        onFailure: () => failures.push('limit'),
      });
      redis.pause();
      try {
        const ms = await longest(
          () => cache.set(key, 1, 1000),
          async () => expect(await cache.get(key)).toBeUndefined(),
          async () => expect(await limiter.hit('hanging', 1)).toBeUndefined(),
        );
        expect(ms).toBeLessThan(400);
      } finally {
        redis.resume();
      }
      expect(failures).toEqual(['set lost', 'get lost', 'limit']);
    });

    it('fails at once while Redis is gone, says so once, and works again when it is back', async () => {
      await ready();
      states.length = 0;
      await redis.kill();
      const cache = resilient();
      await until(async () => states.includes('lost'));
      const calls = Array.from({ length: 50 }, () => () => cache.get(key));
      expect(await longest(...calls)).toBeLessThan(150);
      expect(states).toEqual(['lost']);

      const options = { windowMs: 60_000, deadlineMs: 150, onFailure: () => {} };
      const [nobody, eachProcess] = (['nobody', 'each process'] as const).map(
        (withoutRedis) => new RateLimiter(connection, { ...options, withoutRedis }),
      );
      const hits = (limiter: RateLimiter) => Promise.all([1, 2, 3].map(() => limiter.hit('gone', 2)));
      expect(await hits(nobody!)).toEqual([undefined, undefined, undefined]);
      expect(await hits(eachProcess!)).toEqual([undefined, undefined, 60]);

      await redis.restart();
      await ready();
      await cache.set(key, 'back', 60_000);
      expect(await cache.get(key)).toBe('back');
      expect(states).toEqual(['lost', 'ready']);
    }, 15_000);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it never came true');
}
