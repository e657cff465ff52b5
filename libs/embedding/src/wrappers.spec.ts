import { setTimeout as sleep } from 'node:timers/promises';
import { cacheKey, Cache, type CacheKey } from '@lectern/caching';
import { AppError } from '@lectern/platform';
import { CachedEmbeddingProvider } from './cached.embedding-provider';
import { describeEmbeddingProvider } from './embedding-provider.contract';
import { LexicalEmbeddingProvider } from './lexical.embedding-provider';
import { MonitoredEmbeddingProvider } from './monitored.embedding-provider';
import { serviceError } from './service-error';
import { RateLimitedEmbeddingProvider } from './rate-limited.embedding-provider';

const never = new AbortController().signal;

/** Counts its calls, takes its time, and fails while it is told to. */
class Model extends LexicalEmbeddingProvider {
  calls: string[] = [];
  ended = 0;
  down = false;
  failure: AppError | undefined;
  delayMs = 5;

  constructor() {
    super({ dimension: 16 });
  }

  override async embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    this.calls.push(text);
    await sleep(this.delayMs, undefined, { signal }).catch(() => {
      this.ended++;
      throw signal.reason;
    });
    if (this.failure) throw this.failure;
    if (this.down) throw new AppError('EMBEDDING_UNAVAILABLE', 'down');
    return super.embedQuery(text, signal);
  }
}

class MapCache extends Cache {
  readonly values = new Map<CacheKey, unknown>();
  async get<Value>(key: CacheKey) {
    return this.values.get(key) as Value | undefined;
  }
  async set(key: CacheKey, value: unknown) {
    this.values.set(key, value);
  }
  async delete(key: CacheKey) {
    this.values.delete(key);
  }
}

describe('CachedEmbeddingProvider', () => {
  const cached = (cache = new MapCache()) => {
    const model = new Model();
    return { model, cache, provider: new CachedEmbeddingProvider(model, { cache, ttlMs: 1000 }) };
  };
  describeEmbeddingProvider('cached', async () => cached().provider);

  it('asks the model once for what is the same query', async () => {
    const { model, provider } = cached();
    const first = await provider.embedQuery('the  mill\n', never);
    const second = await provider.embedQuery(' the mill', never);
    expect(second).toEqual(first);
    expect(model.calls).toEqual(['the mill']);
    await provider.embedQuery('the mills', never);
    expect(model.calls).toHaveLength(2);
  });

  it('asks once for those who ask at the same time, and ends when none of them waits any more', async () => {
    const { model, provider } = cached();
    model.delayMs = 50;
    const [first, second] = [new AbortController(), new AbortController()];
    const calls = [first, second].map(({ signal }) => provider.embedQuery('mill', signal));
    const outcomes = Promise.allSettled(calls);
    await sleep(10);
    first.abort(new Error('gone'));
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(model.calls).toHaveLength(1);

    const alone = new AbortController();
    const call = provider.embedQuery('other', alone.signal);
    await sleep(10);
    alone.abort(new Error('gone'));
    await expect(call).rejects.toThrow('gone');
    await sleep(10);
    expect(model.ended).toBe(1);
  });

  it('answers from the cache while the model is down, and keeps no failure', async () => {
    const { model, provider, cache } = cached();
    await provider.embedQuery('mill', never);
    model.down = true;
    await expect(provider.embedQuery('mill', never)).resolves.toHaveLength(16);
    await expect(provider.embedQuery('valley', never)).rejects.toThrow('down');
    expect(cache.values.size).toBe(1);
  });

  it('keeps nothing readable, and does without what it cannot read', async () => {
    const { model, provider, cache } = cached();
    await provider.embedQuery('private matter', never);
    expect(JSON.stringify([...cache.values])).not.toContain('private');
    for (const odd of ['', 'AAAA', 7, { a: 1 }, null]) {
      for (const key of cache.values.keys()) cache.values.set(key, odd);
      await expect(provider.embedQuery('private matter', never)).resolves.toHaveLength(16);
    }
    expect(model.calls).toHaveLength(6);
  });

  it('never takes a vector of another signature', async () => {
    const { cache, provider } = cached();
    await provider.embedQuery('mill', never);
    const other = new LexicalEmbeddingProvider({ dimension: 8 });
    expect(await new CachedEmbeddingProvider(other, { cache, ttlMs: 1000 }).embedQuery('mill', never)).toHaveLength(8);
    expect([...cache.values.keys()][0]).not.toBe(cacheKey({ space: 'query-embedding', parts: [] }));
  });
});

describe('MonitoredEmbeddingProvider', () => {
  it('asks only where it does not know, and seldom', async () => {
    const model = new Model();
    model.down = true;
    const provider = new MonitoredEmbeddingProvider(model, { probeEveryMs: 60, onKeyRefused: () => {} });
    for (let i = 0; i < 5; i++) await expect(provider.ping()).rejects.toThrow('down');
    expect(model.calls).toHaveLength(1);

    model.down = false;
    await sleep(70);
    for (let i = 0; i < 5; i++) await provider.ping();
    expect(model.calls).toHaveLength(2);

    model.down = true;
    await expect(provider.embedQuery('mill', never)).rejects.toThrow('down');
    await expect(provider.ping()).rejects.toThrow('down');
    expect(model.calls).toHaveLength(3);
  });

  it('tells once of a key that is refused, until it is taken again', async () => {
    const model = new Model();
    const told: unknown[] = [];
    const provider = new MonitoredEmbeddingProvider(model, { probeEveryMs: 60, onKeyRefused: (error) => told.push(error) });
    const refusal = await serviceError(Response.json({ error: 'Invalid credentials' }, { status: 401 }));
    const ask = () => provider.embedQuery('mill', never).catch(() => {});
    for (const failure of [new AppError('EMBEDDING_UNAVAILABLE', 'down'), refusal, refusal, undefined, refusal]) {
      model.failure = failure;
      await ask();
    }
    expect(told).toEqual([refusal, refusal]);
  });

  it('takes a caller who goes away for no sign of the model', async () => {
    const model = new Model();
    const provider = new MonitoredEmbeddingProvider(model, { probeEveryMs: 60, onKeyRefused: () => {} });
    await provider.ping();
    await expect(provider.embedQuery('mill', AbortSignal.timeout(1))).rejects.toThrow('timeout');
    await expect(provider.ping()).resolves.toBeUndefined();
  });
});

describe('RateLimitedEmbeddingProvider', () => {
  const quota = (limit: number) => {
    const counted = { count: 0 };
    return { ...counted, limit, hit: async (room: number) => (counted.count >= room ? 30 : void counted.count++) };
  };

  it('counts a request, not its texts, and leaves a part of a quota to queries', async () => {
    const provider = new RateLimitedEmbeddingProvider(new Model(), [quota(10)]);
    for (let i = 0; i < 8; i++) await provider.embedPassages(['a', 'b', 'c'], never);
    await expect(provider.embedPassages(['a'], never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE', retryAfterSeconds: 30 });
    for (let i = 0; i < 2; i++) await provider.embedQuery('a', never);
    await expect(provider.embedQuery('a', never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' });
  });

  it('does not count in a day what a minute refuses', async () => {
    const day = jest.fn(async () => undefined);
    const provider = new RateLimitedEmbeddingProvider(new Model(), [quota(1), { limit: 5, hit: day }, { limit: 0, hit: async () => 1 }]);
    await provider.embedQuery('a', never);
    await expect(provider.embedQuery('a', never)).rejects.toThrow('used up');
    expect(day).toHaveBeenCalledTimes(1);
  });
});
