import { once } from 'node:events';
import { connect } from 'node:net';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { IsOptional } from 'class-validator';
import { AppError, type Budget } from '@lectern/platform';
import { RequestBudget } from '../../apps/api/src/http/budget.decorator';
import { WholeNumber } from '../../apps/api/src/http/fields';
import { TestApi } from '../support/api';
import { expectErrorBody } from '../support/error-body';

class CountDto {
  @IsOptional()
  @WholeNumber(1, 100)
  count?: number;
}

let stopped: Promise<string> | undefined;

@Controller('probe')
class ProbeController {
  @Post('count')
  count(@Body() { count }: CountDto) {
    return { count: count ?? null };
  }

  @Get('fault')
  fault() {
    throw new Error(`SELECT secret FROM "Token" WHERE id = 1 in ${__filename}`);
  }

  @Get('wait/:seconds')
  wait() {
    throw new AppError('OVERLOADED', 'Too much at once.', { retryAfterSeconds: 1234.5 });
  }

  @Get('slow')
  slow(@RequestBudget() budget: Budget) {
    stopped = new Promise((resolve) => budget.signal.addEventListener('abort', () => resolve(budget.signal.reason.code)));
    return new Promise((_, reject) => budget.signal.addEventListener('abort', () => reject(budget.signal.reason)));
  }
}

describe('what the API refuses', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await TestApi.start({ REQUEST_TIMEOUT_SECONDS: '1' }, [ProbeController]);
  });
  afterAll(() => api.close());
  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    api.post('/probe/count', { body, headers: { 'content-type': 'application/json', ...headers } });

  it.each([['GET', '/'], ['GET', '/api/nothing-here'], ['POST', '/api/tasks/a/b/c'], ['GET', '/api'], ['GET', '/docs/nothing'], ['GET', '/admin']])('says 404 to %s %s', async (method, path) => {
    expectErrorBody(await api.request(method, path), 404, 'NOT_FOUND');
  }); // prettier-ignore

  it.each([['PATCH', '/api/sessions', 'POST'], ['POST', '/health/live', 'GET'], ['PUT', '/api/sessions/current', 'GET, DELETE'], ['DELETE', '/probe/count', 'POST']])('says 405 to %s %s, and what it takes', async (method, path, allowed) => {
    const answer = await api.request(method, path);
    expectErrorBody(answer, 405, 'METHOD_NOT_ALLOWED');
    for (const one of allowed.split(', ')) expect(answer.headers.get('allow')).toContain(one);
  }); // prettier-ignore

  it.each(['/api/tasks/%ZZ', '/api/tasks/%E0%A4%A', '/%'])('says 400 or 404 to the address %s', async (path) => {
    const answer = await api.get(path);
    expectErrorBody(answer, answer.status);
    expect([400, 404]).toContain(answer.status);
  });

  it('takes a missing, an empty and a JSON body, whatever else the object holds', async () => {
    expect((await api.post('/probe/count')).json).toEqual({ count: null });
    expect((await send('')).json).toEqual({ count: null });
    expect((await send('{"count":3.0}')).json).toEqual({ count: 3 });
    expect((await send('{"count":"5","x":' + '['.repeat(10_000) + ']'.repeat(10_000) + '}', { 'content-type': 'application/json; charset=utf-8' })).json).toEqual({ count: 5 });
    expect((await send('{"count":1,"__proto__":{"count":0}}')).json).toEqual({ count: 1 });
  }); // prettier-ignore

  it.each(['{"count": NaN}', '{"count": 5', '{}{}', "{'count':5}", 'count', '{"a":"\0"}', '\uFEFF{'])(
    'says 400 to the malformed JSON %j',
    async (body) => {
      expectErrorBody(await send(body), 400, 'MALFORMED_REQUEST');
    },
  );

  it.each(['[]', '"x"', '5', 'true', '[{"count":1}]', '['.repeat(10_000) + ']'.repeat(10_000), '{"count":"x"}', '{"count":[5]}', `{"count":${'['.repeat(10_000)}${']'.repeat(10_000)}}`])('says 422 to %.20s', async (body) => {
    expectErrorBody(await send(body), 422, 'VALIDATION_FAILED');
  }); // prettier-ignore

  it('says 413 to a JSON body of more than 1 MB', async () => {
    expectErrorBody(await send(JSON.stringify({ x: 'a'.repeat(1_100_000) })), 413, 'TOO_LARGE');
  });

  it.each([
    ['text', { 'content-type': 'text/plain' }, 'count=0'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'count=0'],
    ['an unknown charset', { 'content-type': 'application/json; charset=klingon' }, '{}'],
    ['an unknown encoding', { 'content-encoding': 'rot13' }, '{}'],
  ])('says 415 to %s', async (_, headers, body) => {
    expectErrorBody(await send(body, headers), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('says 4xx to bytes that are no gzip and no UTF-8', async () => {
    expectErrorBody(await send('{"count":1}', { 'content-encoding': 'gzip' }), 400);
    expect((await send(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]))).status).toBeLessThan(500);
  });

  it('tells nothing of a fault but the request id', async () => {
    const answer = await api.get('/probe/fault', { headers: { 'x-request-id': 'find-me' } });
    expectErrorBody(answer, 500, 'INTERNAL');
    expect(answer.json.request_id).toBe('find-me');
    expect(answer.text).not.toMatch(/secret|Token/);
  });

  it('clamps what Retry-After says to 1..300 whole seconds', async () => {
    const answer = await api.get('/probe/wait/1');
    expectErrorBody(answer, 503, 'OVERLOADED');
    expect(answer.json.retry_after).toBe(300);
  });

  it('waits no longer than its deadline for a JSON body that trickles', async () => {
    const head = 'POST /probe/count HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n';
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(`${head}{"count"`));
    let seen = '';
    socket.setEncoding('utf8').on('data', (part) => (seen += part));
    await once(socket, 'close');
    expect(seen).toMatch(/^HTTP\/1\.1 504 .*"code":"DEADLINE_EXCEEDED"/s);
    expect((await api.get('/health/live')).status).toBe(200);
  });

  it('aborts the work at the deadline', async () => {
    expectErrorBody(await api.get('/probe/slow'), 504, 'DEADLINE_EXCEEDED');
  });

  it('aborts the work when the client goes away', async () => {
    const gone = new AbortController();
    const answer = fetch(`${api.url}/probe/slow`, { signal: gone.signal }).catch(() => 'gone');
    stopped = undefined;
    while (!stopped) await new Promise((resolve) => setTimeout(resolve, 10));
    gone.abort();
    expect(await answer).toBe('gone');
    expect(await stopped).toBe('CLIENT_CLOSED_REQUEST');
  });

  describe('request ids', () => {
    const idOf = async (id?: string) =>
      (await api.get('/health/live', { headers: id === undefined ? {} : { 'x-request-id': id } })).headers.get('x-request-id');

    it('come back where they are sane, and are made where not', async () => {
      expect(await idOf('aZ09_.:@/+=~-')).toBe('aZ09_.:@/+=~-');
      const made = [await idOf(), await idOf(), await idOf('<script>'), await idOf('a'.repeat(129))];
      expect(new Set(made).size).toBe(4);
      for (const id of made) expect(id).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  it('sends no sign of its framework, and lets nobody guess types or frame it', async () => {
    const { headers } = await api.get('/health/live');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
