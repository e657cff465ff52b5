import { describeCache } from './cache.contract';
import { cacheKey } from './cache-key';
import { MemoryCache } from './memory.cache';

describeCache('memory', async () => new MemoryCache({ maxBytes: 1_000_000 }));

describe('MemoryCache', () => {
  const key = (part: number) => cacheKey({ space: 'test', parts: [part] });

  it('gives up what was used longest ago, and stays within its bytes', async () => {
    const cache = new MemoryCache({ maxBytes: 300 }); // three values of 100 bytes: 48 letters, 2 quotes
    for (const part of [1, 2, 3]) await cache.set(key(part), 'x'.repeat(48), 60_000);
    await cache.get(key(1));
    await cache.set(key(4), 'x'.repeat(48), 60_000);

    expect(await cache.get(key(2))).toBeUndefined();
    expect(await Promise.all([1, 3, 4].map((part) => cache.get(key(part))))).not.toContain(undefined);
  });

  it('does not keep what is larger than the whole cache, nor empties itself for it', async () => {
    const cache = new MemoryCache({ maxBytes: 100 });
    await cache.set(key(1), 'small', 60_000);
    await cache.set(key(2), 'x'.repeat(1000), 60_000);
    expect(await cache.get(key(2))).toBeUndefined();
    expect(await cache.get(key(1))).toBe('small');
  });
});
