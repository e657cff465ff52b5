import { TestApi } from '../support/api';
import { expectErrorBody } from '../support/error-body';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';

describeWithRedis('limits', () => {
  let redis: TestRedis;
  let api: TestApi;
  beforeAll(async () => {
    redis = await startRedis();
    api = await TestApi.start({ REDIS_URL: redis.url, RATE_LIMIT_PER_MINUTE: '5', RATE_LIMIT_IP_PER_MINUTE: '40', TRUST_PROXY: 'true' });
    while ((await api.get('/health/ready')).status !== 200) await new Promise((resolve) => setTimeout(resolve, 25));
  });
  afterAll(async () => {
    await api.close();
    await redis.stop();
  });
  const from = (address: string, token?: string) => api.get('/api/tasks/x', { token, headers: { 'x-forwarded-for': address } });

  it('lets a tenant send so many requests a minute, and says when to come back', async () => {
    const [one, two] = [await api.session(), await api.session()];
    const statuses = [];
    for (let i = 0; i < 7; i++) statuses.push((await from(`192.0.2.${i}`, one.token)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
    const refused = await from('192.0.2.1', one.token);
    expectErrorBody(refused, 429, 'RATE_LIMITED');
    expect(refused.json.retry_after).toBeGreaterThanOrEqual(1);
    expect(refused.json.retry_after).toBeLessThanOrEqual(60);
    expect((await from('192.0.2.1', two.token)).status).toBe(404);
  });

  it('lets an address send so many, whatever tokens it shows, but never refuses a balancer', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => from('198.51.100.1', 'x')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(40);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect((await from('198.51.100.2', 'x')).status).toBe(401);
    expect((await api.get('/health/live', { headers: { 'x-forwarded-for': '198.51.100.1' } })).status).toBe(200);
  });

  it('refuses nobody while Redis is away, and holds nobody up', async () => {
    const { token } = await api.session();
    redis.pause();
    try {
      const started = performance.now();
      const answers = await Promise.all(Array.from({ length: 10 }, () => from('203.0.113.1', token)));
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(404));
      expect(performance.now() - started).toBeLessThan(2_000);
    } finally {
      redis.resume();
    }
  });
});
