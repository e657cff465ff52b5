import { BlobStore } from '@lectern/platform';
import { openApiDocument } from '../../apps/api/src/docs/openapi';
import { TestApi } from '../support/api';
import { expectErrorBody } from '../support/error-body';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis';

const basic = (user: string, password: string) => ({ authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` });
const ADMIN_TOKEN = 'the-admin-token';

describe('for operators', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start({ ADMIN_TOKEN });
  });
  afterAll(() => api.close());

  it('lives, whatever else is away', async () => {
    expect(await api.get('/health/live')).toMatchObject({ status: 200, json: { status: 'ok' } });
  });

  it('is not ready before each dependency was reached once, and names the one that was not', async () => {
    const { status, json } = await api.get('/health/ready');
    expect(status).toBe(503);
    expect(json.status).toBe('error');
    expect(Object.keys(json.details).toSorted()).toEqual(['blob_store', 'database', 'embedding', 'queues', 'redis', 'vector_store']);
    expect(json.details).toMatchObject({ database: { status: 'up' }, redis: { status: 'down' }, queues: { status: 'down' } });
  });

  it('shows metrics by route, never by path', async () => {
    await api.get('/api/tasks/some-id');
    const { status, headers, text } = await api.get('/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(text).toMatch(/lectern_http_request_seconds_count\{method="GET",route="\/api\/tasks\/:id",status="404"\} \d/);
    expect(text).not.toContain('some-id');
  });

  it('shows metrics to others than this machine only with the token', async () => {
    const proxied = { 'x-forwarded-for': '198.51.100.7' };
    expectErrorBody(await api.get('/metrics', { headers: proxied }), 401, 'UNAUTHENTICATED');
    expectErrorBody(await api.get('/metrics', { headers: { ...proxied, authorization: 'Bearer wrong' } }), 401, 'UNAUTHENTICATED');
    for (const headers of [basic('admin', ADMIN_TOKEN), { authorization: `Bearer ${ADMIN_TOKEN}` }]) {
      expect((await api.get('/metrics', { headers: { ...proxied, ...headers } })).status).toBe(200);
    }
  });

  it('serves its document as OpenAPI 3.1 and as a page', async () => {
    const { json, status } = await api.get('/docs/openapi.json');
    expect(status).toBe(200);
    expect(json.openapi).toMatch(/^3\.1\.\d/);
    expect(json).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
    const page = await api.get('/docs');
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('swagger-ui') });
    expect(page.headers.get('content-type')).toMatch(/html/);
    expect((await api.get('/docs/swagger-ui-bundle.js')).status).toBe(200);
  });

  it('documents the routes that it serves, and no others', () => {
    const served = layersOf(api).flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`) : []));
    const methods = ['get', 'post', 'delete'];
    const documented = Object.entries(openApiDocument().paths).flatMap(([path, item]) => methods.filter((method) => method in item).map((method) => `${method} ${path}`));
    const ours = new Set(served.filter((route) => / \/(api|health|metrics)/.test(route)));
    expect([...ours].toSorted()).toEqual(documented.toSorted());
  }); // prettier-ignore

  describe('the queue board', () => {
    it.each([
      ['no token', {}],
      ['a wrong token', basic('admin', 'wrong')],
      ['another user', basic('root', ADMIN_TOKEN)],
      ['the token as a bearer token', { authorization: `Bearer ${ADMIN_TOKEN}` }],
    ])('refuses %s', async (_, headers) => {
      for (const path of ['/admin/queues', '/admin/queues/api/queues', '/admin/queues/static/x.js']) {
        const answer = await api.get(path, { headers: headers as Record<string, string> });
        expectErrorBody(answer, 401, 'UNAUTHENTICATED');
        expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/);
      }
    });

    it('is a page for the admin', async () => {
      const page = await api.get('/admin/queues', { headers: basic('admin', ADMIN_TOKEN) });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toMatch(/html/);
    });

    it('says that the queues cannot be read when Redis is away', async () => {
      const answer = await api.get('/admin/queues/api/queues', { headers: basic('admin', ADMIN_TOKEN) });
      expectErrorBody(answer, 503, 'QUEUE_UNAVAILABLE');
    });
  });
});

describeWithRedis('readiness', () => {
  let redis: TestRedis;
  let api: TestApi;
  beforeAll(async () => {
    redis = await startRedis();
    api = await TestApi.start({ REDIS_URL: redis.url, ADMIN_TOKEN });
  });
  afterAll(async () => {
    await api.close();
    await redis.stop();
  });
  const becomes = async (
    condition: (answer: { status: number; json: { status: string; details: Record<string, { status: string }> } }) => boolean,
  ) => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const answer = await api.get('/health/ready');
      if (condition(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it never came true');
  };

  it('goes on without Redis, says so, and comes back with it', async () => {
    await becomes(({ status, json }) => status === 200 && json.status === 'ok');
    await redis.kill();
    const without = await becomes(({ json }) => json.status === 'degraded' && json.details.queues?.status === 'degraded');
    expect(without).toMatchObject({ status: 200, json: { details: { redis: { status: 'degraded' }, database: { status: 'up' } } } });
    await redis.restart();
    await becomes(({ status, json }) => status === 200 && json.status === 'ok');
  }, 20_000);

  it('is over while the blob store is down', async () => {
    const ping = jest.spyOn(api.app.get(BlobStore), 'ping').mockRejectedValue(new Error('EIO /var/lib/blobs'));
    const { status, json, text } = await api.get('/health/ready');
    expect([status, json.error.blob_store.status]).toEqual([503, 'down']);
    expect(text).not.toContain('/var/lib');
    ping.mockRestore();
  });

  it('shows the three queues on the board', async () => {
    const { status, text } = await api.get('/admin/queues/api/queues', { headers: basic('admin', ADMIN_TOKEN) });
    expect(status).toBe(200);
    for (const name of ['ingestion', 'embedding', 'maintenance']) expect(text).toContain(name);
  });
});

describe('the queue board without a token', () => {
  it('is open to this machine during development only', async () => {
    const api = await TestApi.start({ NODE_ENV: 'development' });
    expect((await api.get('/admin/queues')).status).toBe(200);
    expectErrorBody(await api.get('/admin/queues', { headers: { 'x-forwarded-for': '127.0.0.1' } }), 404);
    await api.close();
  });
});

function layersOf(api: TestApi): { route?: { path: string; methods: Record<string, boolean> } }[] {
  return (api.app.getHttpAdapter().getInstance() as { router: { stack: ReturnType<typeof layersOf> } }).router.stack;
}
