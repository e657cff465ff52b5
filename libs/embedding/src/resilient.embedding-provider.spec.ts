import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@lectern/platform';
import { json, startEmbeddingService, type Fault } from '../../../test/support/embedding-service';
import { HuggingFaceEmbeddingProvider } from './huggingface.embedding-provider';
import { ResilientEmbeddingProvider } from './resilient.embedding-provider';

const never = new AbortController().signal;
const options = { query: { attempts: 2, timeoutMs: 200 }, passages: { attempts: 3, timeoutMs: 200 }, backoffMs: 5, patienceMs: 1_200 };

const failing: Fault = (response) => json(response, 500, { error: 'out of memory' });
const after =
  (status: number, retryAfter: string): Fault =>
  (response) =>
    json(response, status, { error: 'later' }, { 'retry-after': retryAfter });

describe('ResilientEmbeddingProvider', () => {
  let service: Awaited<ReturnType<typeof startEmbeddingService>>;
  let provider: ResilientEmbeddingProvider;

  beforeEach(async () => {
    service = await startEmbeddingService();
    const inner = new HuggingFaceEmbeddingProvider({
      model: 'BAAI/bge-large-en-v1.5',
      apiKey: undefined,
      baseUrl: service.url,
      dimension: undefined,
    });
    provider = new ResilientEmbeddingProvider(inner, options);
  });
  afterEach(() => service.stop());

  it('tries passages three times, a query twice, and a ping once', async () => {
    service.failNext(failing, failing);
    await expect(provider.embedPassages(['a'], never)).resolves.toHaveLength(1);
    service.failNext(failing, failing);
    await expect(provider.embedQuery('a', never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' });
    service.failNext(failing);
    await expect(provider.ping(never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' });
    expect(service.received).toHaveLength(6);
  });

  it('ends a try that gets no answer, and makes another', async () => {
    service.failNext(() => {});
    await expect(provider.embedQuery('a', never)).resolves.toHaveLength(1024);
    service.failNext(() => {}, () => {}); // prettier-ignore
    await expect(provider.embedQuery('a', never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' });
    await sleep(50);
    expect(service.abandoned()).toBe(3);
  });

  it('waits as long as the service asks, where that is short', async () => {
    service.failNext(after(429, '1'));
    const started = performance.now();
    await provider.embedQuery('a', never);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it('leaves a long wait to the caller', async () => {
    service.failNext(after(503, '30'));
    await expect(provider.embedPassages(['a'], never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE', retryAfterSeconds: 30 });
    expect(service.received).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 413, 422])('does not repeat what was answered with %d', async (status) => {
    service.failNext((response) => json(response, status, { error: 'no' }));
    await expect(provider.embedPassages(['a'], never)).rejects.toBeInstanceOf(AppError);
    expect(service.received).toHaveLength(1);
  });

  it('stops between two tries when nobody waits any more', async () => {
    service.failNext(after(429, '1'));
    const caller = AbortSignal.timeout(100);
    const started = performance.now();
    await expect(provider.embedQuery('a', caller)).rejects.toThrow('timeout');
    expect(performance.now() - started).toBeLessThan(900);
  });
});
