import { ANONYMOUS_TENANT, Database } from '@lectern/platform';
import { TokenService } from '@lectern/tenancy';
import { TestApi } from '../support/api';
import { expectErrorBody } from '../support/error-body';

describe('sessions', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());
  const current = (token?: string) => api.get('/api/sessions/current', { token });

  it('begins, shows and ends one', async () => {
    const made = await api.post('/api/sessions');
    expect(made.status).toBe(201);
    expect(Object.keys(made.json).toSorted()).toEqual(['expires_at', 'tenant_id', 'token']);
    expect(Date.parse(made.json.expires_at) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);

    const { token, tenant_id, expires_at } = made.json;
    expect((await current(token)).json).toEqual({ tenant_id, expires_at });

    const ended = await api.request('DELETE', '/api/sessions/current', { token });
    expect([ended.status, ended.text]).toEqual([204, '']);
    expectErrorBody(await current(token), 401, 'UNAUTHENTICATED');
  });

  it('refuses what is no token with the same bytes, though anonymous requests are allowed', async () => {
    const { token } = await api.session();
    const headers = [
      'Bearer',
      'Bearer ',
      'Bearer x',
      `Bearer ${'q'.repeat(43)}`,
      `Bearer ${token}A`,
      `Bearer ${token.slice(0, -4)}`,
      `Basic ${token}`,
      token,
      "Bearer ' OR 1=1 --",
      'Bearer null',
      `Bearer ${'a'.repeat(5000)}`,
    ];
    const bodies = await Promise.all(headers.map(async (authorization) => {
      const answer = await api.get('/api/tasks/x', { headers: { authorization, 'x-request-id': 'same' } });
      expectErrorBody(answer, 401, 'UNAUTHENTICATED');
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      return answer.text;
    })); // prettier-ignore
    expect(new Set(bodies).size).toBe(1);
    expect((await current(token)).status).toBe(200);
  });

  it('knows requests without a token as the tenant anonymous, which has no session', async () => {
    expectErrorBody(await api.get('/api/tasks/x'), 404, 'NOT_FOUND');
    expect(await api.app.get(Database).tenant.count({ where: { id: ANONYMOUS_TENANT } })).toBe(1);
    expectErrorBody(await current(), 401, 'UNAUTHENTICATED');
    expectErrorBody(await api.request('DELETE', '/api/sessions/current'), 401, 'UNAUTHENTICATED');
  });

  it('serves API keys, which do not expire', async () => {
    const key = await api.app.get(TokenService, { strict: false }).createApiKey('oak-school');
    expect((await current(key)).json).toEqual({ tenant_id: expect.any(String), expires_at: null });
  });
});

describe('in production', () => {
  it('asks everybody for a token', async () => {
    const api = await TestApi.start({ NODE_ENV: 'production' });
    expectErrorBody(await api.get('/api/tasks/x'), 401, 'UNAUTHENTICATED');
    const { token } = await api.session();
    expectErrorBody(await api.get('/api/tasks/x', { token }), 404, 'NOT_FOUND');
    expectErrorBody(await api.get('/admin/queues'), 404);
    await api.close();
  });
});
