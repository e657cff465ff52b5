import { inspect } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { json, startEmbeddingService, type Fault } from '../../../test/support/embedding-service';
import { BatchedEmbeddingProvider } from './batched.embedding-provider';
import { describeEmbeddingProvider } from './embedding-provider.contract';
import { HuggingFaceEmbeddingProvider } from './huggingface.embedding-provider';

type Service = Awaited<ReturnType<typeof startEmbeddingService>>;

const never = new AbortController().signal;
const KEY = 'hf_aSecretOfTheSpecs';
const services: Service[] = [];

async function start(options: Parameters<typeof startEmbeddingService>[0] = {}, more: { model?: string; dimension?: number } = {}) {
  const service = await startEmbeddingService({ apiKey: KEY, ...options });
  services.push(service);
  const provider = new HuggingFaceEmbeddingProvider({
    model: 'BAAI/bge-large-en-v1.5',
    apiKey: KEY,
    baseUrl: service.url,
    dimension: undefined,
    ...more,
  });
  return { service, provider };
}
afterAll(async () => {
  for (const service of services) await service.stop();
});

describeEmbeddingProvider('huggingface', async () => (await start({ maxBatch: 128 })).provider);

describe('HuggingFaceEmbeddingProvider', () => {
  it('puts the instruction of the model before a query, and none before a passage', async () => {
    const { service, provider } = await start();
    await provider.embedQuery('When did the volcano erupt?', never);
    await provider.embedPassages(['It erupted in 1883.'], never);
    expect(service.received.map(({ body }) => body)).toEqual([
      { inputs: ['Represent this sentence for searching relevant passages: When did the volcano erupt?'], normalize: true, truncate: true },
      { inputs: ['It erupted in 1883.'], normalize: true, truncate: true },
    ]);
    expect(provider.signature).toEqual({
      provider: 'huggingface',
      model: 'BAAI/bge-large-en-v1.5',
      revision: '',
      dimension: 1024,
      pooling: 'cls',
      instruction: 'Represent this sentence for searching relevant passages: ',
    });
  });

  it('takes a model that it does not know with the dimension that it is told, and refuses it without', async () => {
    const { service, provider } = await start({ dimension: 64 }, { model: 'somebody/some-model', dimension: 64 });
    expect(await provider.embedQuery('volcano', never)).toHaveLength(64);
    expect(service.received[0]!.body.inputs).toEqual(['volcano']);
    await expect(start({}, { model: 'somebody/some-model' })).rejects.toThrow(
      /EMBEDDING_DIMENSION is not set, and the dimension of somebody\/some-model/,
    );
  });

  it.each([
    ['When did it erupt?', true],
    ['Wann brach er aus?', true],
    ['पुराना ज्वालामुखी', false],
    ['1883?', true],
  ])('reads with an English model, as far as scripts tell, %j: %s', async (text, expected) => {
    expect((await start()).provider.reads(text)).toBe(expected);
    expect((await start({}, { model: 'BAAI/bge-m3' })).provider.reads(text)).toBe(true);
  });

  it('lets the service cut long texts, and cuts them where it will not', async () => {
    const long = 'mill '.repeat(1600);
    const cutting = await start();
    await cutting.provider.embedPassages([long], never);
    expect(cutting.service.received[0]!.body.inputs).toEqual([long.slice(0, 8 * 510)]);

    const refusing = await start({ cuts: false });
    await refusing.provider.embedPassages([long], never);
    await refusing.provider.embedPassages([long], never);
    expect(refusing.service.received.map(({ body }) => body.inputs[0]!.length)).toEqual([4080, 510, 510]);
  });

  it('halves batches that the service takes for too large, and remembers', async () => {
    const { service, provider } = await start({ maxBatch: 10 });
    const batched = new BatchedEmbeddingProvider(provider);
    const texts = Array.from({ length: 32 }, (_, i) => `Mill number ${i}`);
    const vectors = await batched.embedPassages(texts, never);
    expect(vectors).toEqual(await (await start()).provider.embedPassages(texts, never));
    await batched.embedPassages(texts.slice(0, 9), never);
    expect(service.received.map(({ body }) => body.inputs.length)).toEqual([32, 16, 8, 8, 8, 8, 8, 1]);

    service.failNext((response) => json(response, 413, { error: 'Payload too large' }));
    await expect(batched.embedPassages(['a'], never)).rejects.toMatchObject({ code: 'EMBEDDING_MISMATCH' });
  });

  const ok = (body: unknown) => (response: Parameters<Fault>[0]) => json(response, 200, body);
  const ones = Array.from({ length: 1024 }, () => 1);

  it('takes the list of a single text alone, and vectors of any length', async () => {
    const { service, provider } = await start();
    service.failNext(ok(ones));
    const vector = await provider.embedQuery('a', never);
    expect(vector[0]).toBeCloseTo(1 / 32);
  });

  it.each<[string, number, unknown]>([
    ['fewer vectors than texts', 2, [ones]],
    ['more vectors than texts', 1, [ones, ones]],
    ['another dimension', 1, [[1, 2, 3]]],
    ['a zero vector', 1, [ones.map(() => 0)]],
    ['null in a vector', 1, [[null, ...ones.slice(1)]]],
    ['texts in a vector', 1, [['1', ...ones.slice(1)]]],
    ['a vector for each token', 2, [[ones, ones], [ones]]],
    ['no list', 1, { embeddings: [ones] }],
    ['an empty list', 1, []],
  ])('refuses %s for good', async (_, texts, answer) => {
    const { service, provider } = await start();
    service.failNext(ok(answer));
    const call = provider.embedPassages(
      Array.from({ length: texts }, () => 'text'),
      never,
    );
    await expect(call).rejects.toMatchObject({ code: 'EMBEDDING_MISMATCH', retryable: false });
  });

  it.each<[string, Fault]>([
    ['NaN, which is not JSON', ok(`[[${ones.join()}]]`.replace('1', 'NaN'))],
    ['half an answer', ok('[[1,2')],
    ['a page of HTML', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>')],
    ['a page of HTML with 502', (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>')],
    ['500', (response) => json(response, 500, { error: 'out of memory' })],
    ['424', (response) => json(response, 424, { error: 'Inference failed', error_type: 'backend' })],
    ['a wrong key', (response) => json(response, 401, { error: 'Invalid credentials' })],
    ['an unknown model', (response) => response.writeHead(404).end('Not Found')],
    [
      'an early close',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('[[1', () => response.destroy()),
    ],
    ['a closed connection', (response) => response.destroy()],
  ])('says unavailable for %s', async (_, fault) => {
    const { service, provider } = await start();
    service.failNext(fault);
    const error = await provider.embedPassages(['text'], never).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'EMBEDDING_UNAVAILABLE', retryAfterSeconds: undefined });
    await expect(provider.embedPassages(['text'], never)).resolves.toHaveLength(1);
  });

  it.each<[string, Fault, number]>([
    ['429 with Retry-After', (response) => json(response, 429, { error: 'Too many requests' }, { 'retry-after': '7' }), 7],
    ['429 of TEI', (response) => json(response, 429, { error: 'Model is overloaded', error_type: 'Overloaded' }), 10],
    ['503 that loads', (response) => json(response, 503, { error: 'Model x is currently loading', estimated_time: 20.4 }), 21],
    ['503 with a date', (response) => json(response, 503, {}, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }), 300],
    ['no credits left', (response) => json(response, 402, { error: 'You have exceeded your monthly included credits' }), 300],
  ])('says when to come back after %s', async (_, fault, retryAfterSeconds) => {
    const { service, provider } = await start();
    service.failNext(fault);
    await expect(provider.embedQuery('text', never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE', retryAfterSeconds });
  });

  it.each<[string, Fault]>([
    ['hangs', () => {}],
    [
      'trickles',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('closes the connection to a service that %s when nobody waits any more', async (_, fault) => {
    // prettier-ignore
    const { service, provider } = await start();
    service.failNext(fault);
    await expect(provider.embedQuery('text', AbortSignal.timeout(150))).rejects.toThrow('timeout');
    await sleep(50);
    expect(service.abandoned()).toBe(1);
  });

  it('keeps the key and the texts out of its errors', async () => {
    const { service, provider } = await start();
    const faults: Fault[] = [
      (response) => json(response, 401, { error: 'Invalid' }),
      (response) => json(response, 400, { error: 'no' }),
      ok({ error: 'odd' }),
      (response) => response.destroy(),
      ok('[[1,2'),
    ];
    service.failNext(...faults);
    for (let n = 0; n < faults.length; n++) {
      const error = await provider.embedPassages(['a private sentence'], never).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/aSecret|private sentence/);
    }
  });

  it('goes without a key to a server that wants none', async () => {
    const service = await startEmbeddingService();
    services.push(service);
    const provider = new HuggingFaceEmbeddingProvider({
      model: 'BAAI/bge-m3',
      apiKey: undefined,
      baseUrl: service.url,
      dimension: undefined,
    });
    await provider.embedQuery('text', never);
    expect(service.received[0]!.authorization).toBeUndefined();
  });
});
