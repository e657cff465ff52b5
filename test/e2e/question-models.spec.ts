import { bridges } from '../support/bridges';
import { Lectern, type Learner } from '../support/lectern';
import { json, startGemini, startTogether, type ModelFault, type ModelService } from '../support/model-service';
import { describeWithRedis } from '../support/redis';

const KEY = 'AIzaASecretOfTheSpecs';

/** The built apps over two question models, which answer, fail and come back. */
describeWithRedis('Question models', () => {
  let gemini: ModelService;
  let together: ModelService;
  let lectern: Lectern;
  let learner: Learner;

  beforeAll(async () => {
    gemini = await startGemini({ latencyMs: 50 });
    together = await startTogether({ latencyMs: 50 });
    lectern = await Lectern.start({
      GOOGLE_API_KEY: KEY,
      GEMINI_BASE_URL: gemini.origin,
      TOGETHER_BASE_URL: `${together.origin}/v1`,
      LOG_LEVEL: 'silent',
    });
    learner = await lectern.learner();
    await learner.add(bridges);
  });
  afterAll(async () => {
    await lectern.stop();
    await gemini.stop();
    await together.stop();
  });

  const ask = (request: object) => learner.ask(request);
  const headersOf = ({ headers }: Awaited<ReturnType<typeof ask>>) => ({
    fallback: headers.get('x-fallback-used'),
    degraded: headers.get('x-degraded'),
    delivered: Number(headers.get('x-questions-delivered')),
  });
  const failing =
    (service: () => ModelService, status: number, headers: Record<string, string> = {}): ModelFault =>
    (response) =>
      json(response, status, service().format.error(status, 'as the spec wants it'), headers);

  it('make the questions, with a second look at each', async () => {
    const answer = await ask({ topic: 'bridge', count: 2, mode: 'quiz' });
    expect([answer.status, headersOf(answer)]).toEqual([200, { fallback: 'false', degraded: null, delivered: 2 }]);
    expect(gemini.received.length).toBeGreaterThanOrEqual(2);
    expect(gemini.received[0]!.headers['x-goog-api-key']).toBe(KEY);
    expect(together.received).toEqual([]);
  });

  it('stand one behind the other: a refusing first is left alone, and the second serves', async () => {
    gemini.failNext(...Array.from({ length: 8 }, () => failing(() => gemini, 429, { 'retry-after': '2' })));
    const first = await ask({ topic: 'engineer', count: 4 });
    expect([first.status, headersOf(first)]).toEqual([200, { fallback: 'true', degraded: 'generation', delivered: 4 }]);
    const asked = gemini.received.length;
    const second = await ask({ topic: 'construction', count: 4 });
    expect([headersOf(second).delivered, gemini.received.length]).toEqual([4, asked]);
    expect((await learner.get('/health/ready')).json).toMatchObject({ details: { generation: { status: 'degraded' } } });
    gemini.failNext();
  });

  it('have rules behind them, and no key in what is said', async () => {
    gemini.failNext(...Array.from({ length: 20 }, () => failing(() => gemini, 500)));
    together.failNext(...Array.from({ length: 20 }, () => failing(() => together, 401)));
    const answer = await ask({ topic: 'stone bridge', count: 6 });
    expect([answer.status, headersOf(answer)]).toEqual([200, { fallback: 'true', degraded: 'generation', delivered: 6 }]);
    expect(JSON.stringify([answer.json, [...answer.headers]])).not.toContain(KEY);
  });
});
