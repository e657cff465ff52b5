import { RedisConnection } from '@lectern/caching';
import { createLogger, parseConfig, type TenantId } from '@lectern/platform';
import { describeWithRedis, startRedis, type TestRedis } from '../../../test/support/redis';
import { TokenQuota } from './token-quota';

const ANN = 'ann' as TenantId;
const BOB = 'bob' as TenantId;

describeWithRedis('TokenQuota', () => {
  let redis: TestRedis;
  let connection: RedisConnection;
  const quota = (limit: number) =>
    new TokenQuota(connection, parseConfig({ GENERATION_TOKENS_PER_DAY: String(limit) }), createLogger('silent'));

  beforeAll(async () => {
    redis = await startRedis();
    connection = new RedisConnection({ url: redis.url });
    while (!(await connection.ping().then(() => true, () => false))) await new Promise((resolve) => setTimeout(resolve, 20)); // prettier-ignore
  });
  afterAll(async () => {
    connection.onModuleDestroy();
    await redis.stop();
  });

  it('is used up by one tenant’s tokens, whichever process counts them, and leaves the others theirs', async () => {
    const [one, another] = [quota(100), quota(100)];
    await one.count(ANN, 60);
    expect(await another.isUsedUp(ANN)).toBe(false);
    await another.count(ANN, 60);
    expect([await one.isUsedUp(ANN), await one.isUsedUp(BOB)]).toEqual([true, false]);
    const [key] = await connection.client.keys('lectern:tokens:*');
    expect(await connection.client.ttl(key!)).toBeGreaterThan(80_000);
  });

  it('counts nothing where there is no limit', async () => {
    const unlimited = quota(0);
    await unlimited.count(BOB, 1_000_000);
    expect([await unlimited.isUsedUp(BOB), await connection.client.keys('*bob')]).toEqual([false, []]);
  });

  it('limits nobody while Redis hangs', async () => {
    redis.pause();
    try {
      await quota(1).count(BOB, 10);
      expect(await quota(1).isUsedUp(BOB)).toBe(false);
    } finally {
      redis.resume();
    }
  });
});
