import { Cache, CachingModule, DerivedEntries, LibraryEpoch } from '@lectern/caching';
import { LexicalEmbeddingProvider } from '@lectern/embedding';
import { AppConfig, Database, parseConfig, PlatformModule, raiseEpoch, type TenantId } from '@lectern/platform';
import { Test, type TestingModule } from '@nestjs/testing';
import { createTestDatabase } from '../../../../test/support/database';
import { describeWithRedis, startRedis, type TestRedis } from '../../../../test/support/redis';
import { type RetrievalAnswer } from './retrieval-answer';
import { RetrievalCache } from './retrieval-cache';

describeWithRedis('RetrievalCache', () => {
  let redis: TestRedis;
  let module: TestingModule;
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let cache: RetrievalCache;
  const ann = 'ann' as TenantId;
  const bob = 'bob' as TenantId;
  const query = { text: 'magma', limit: 10 };
  const answer: RetrievalAnswer = { passages: [], degraded: [] };
  const make = jest.fn(async () => answer);

  beforeAll(async () => {
    redis = await startRedis();
    test = await createTestDatabase();
    const config = parseConfig({ REDIS_URL: redis.url, LOG_LEVEL: 'silent' });
    module = await Test.createTestingModule({ imports: [PlatformModule, CachingModule] })
      .overrideProvider(AppConfig)
      .useValue(config)
      .overrideProvider(Database)
      .useValue(test.database)
      .compile();
    const provider = new LexicalEmbeddingProvider({ dimension: 32 });
    cache = new RetrievalCache(module.get(Cache), module.get(LibraryEpoch), module.get(DerivedEntries), provider, config);
    for (const id of [ann, bob]) await test.database.tenant.create({ data: { id } });
  });
  afterAll(async () => {
    await module.close();
    await redis.stop();
  });
  beforeEach(() => make.mockClear());

  it('makes an answer once, for its tenant and request', async () => {
    await cache.through(ann, query, make);
    expect(await cache.through(ann, query, make)).toEqual(answer);
    expect(make).toHaveBeenCalledTimes(1);
    await cache.through(bob, query, make);
    await cache.through(ann, { ...query, limit: 9 }, make);
    await cache.through(ann, { ...query, filename: 'a.txt' }, make);
    expect(make).toHaveBeenCalledTimes(4);
  });

  it('makes it anew when the library has changed, and counts what that made unreachable', async () => {
    const epoch = await module.get(LibraryEpoch).current(ann);
    await cache.through(ann, { text: 'basalt', limit: 1 }, make);
    expect(await module.get(DerivedEntries).count(ann, epoch)).toBeGreaterThan(0);
    await test.database.$transaction((tx) => raiseEpoch(tx, ann));
    await cache.through(ann, { text: 'basalt', limit: 1 }, make);
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('keeps nothing that was degraded, or made while the library changed', async () => {
    await cache.through(ann, { text: 'ash', limit: 1 }, async () => ({ passages: [], degraded: ['embedding'] }));
    await cache.through(ann, { text: 'ash', limit: 1 }, async () => {
      await test.database.$transaction((tx) => raiseEpoch(tx, ann));
      return answer;
    });
    await cache.through(ann, { text: 'ash', limit: 1 }, make);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
