import { setTimeout as sleep } from 'node:timers/promises';
import { json, startEmbeddingService, type Fault } from '../support/embedding-service';
import { Lectern, type Learner } from '../support/lectern';
import { describeWithRedis } from '../support/redis';

const KEY = 'hf_aSecretOfTheSpecs';

/** The built apps over a served model, which answers, rests, and goes away. */
describeWithRedis('A served embedding model', () => {
  let service: Awaited<ReturnType<typeof startEmbeddingService>>;
  let lectern: Lectern;
  let learner: Learner;

  beforeAll(async () => {
    service = await startEmbeddingService({ apiKey: KEY });
    lectern = await Lectern.start({ EMBEDDING_PROVIDER: 'huggingface', HUGGINGFACE_BASE_URL: service.url, HUGGINGFACE_API_KEY: KEY });
    learner = await lectern.learner();
  });
  afterAll(async () => {
    await lectern.stop();
    await service.stop();
  });

  const lesson = (tag: string) => ({
    name: `${tag}.txt`,
    content: Array.from({ length: 40 }, (_, i) => `The ${tag} of village ${i} was built in ${1700 + i} by the engineer Ada Brook.`).join(
      '\n\n',
    ),
  });
  const requests = (kind: 'query' | 'passages') =>
    service.received.filter(({ body }) => (kind === 'query') === String(body.inputs).startsWith('Represent this sentence')).length;

  it('is waited for while it loads, and the document becomes ready', async () => {
    const loading: Fault = (response) => json(response, 503, { error: 'Model is currently loading', estimated_time: 3 });
    service.failNext(loading);
    const started = performance.now();
    const document = await learner.add(lesson('turbine'));
    expect(document).toMatchObject({ status: 'ready' });
    expect(performance.now() - started).toBeGreaterThan(2_900);
    expect(requests('passages')).toBeGreaterThan(1);
  });

  it('is asked once for a query, whoever asks', async () => {
    const before = requests('query');
    const { json: found } = await learner.search({ query: 'Who built the turbine of village 7?', limit: 5 });
    expect(found).toMatchObject({ degraded: [], passages: expect.arrayContaining([expect.objectContaining({ filename: 'turbine.txt' })]) });
    await (await lectern.learner()).search({ query: 'Who built the  turbine of village 7?', limit: 5 });
    expect(requests('query')).toBe(before + 1);
  });

  it('fails a document whose vectors are of another dimension, and writes nothing of it', async () => {
    service.failNext((response, { inputs }) =>
      json(
        response,
        200,
        Array.from({ length: inputs.length }, () => [1, 2, 3]),
      ),
    );
    expect(await learner.add(lesson('sluice'))).toMatchObject({ status: 'failed', error: { code: 'EMBEDDING_MISMATCH' } });
  });

  it('leaves words when it is gone, and the meaning of what was asked before', async () => {
    await service.stop();
    const unknown = await learner.search({ query: 'In which year was the turbine of village 9 built?', limit: 5 });
    expect(unknown.json).toMatchObject({
      degraded: ['embedding'],
      passages: expect.arrayContaining([expect.objectContaining({ filename: 'turbine.txt' })]),
    });
    const known = await learner.search({ query: 'Who built the turbine of village 7?', limit: 6 });
    expect(known.json).toMatchObject({ degraded: [] });

    await sleep(100);
    const health = await learner.get('/health/ready');
    expect(health).toMatchObject({ status: 200, json: { details: { embedding: { status: 'degraded' } } } });
  });
});
