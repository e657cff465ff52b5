import { setTimeout as sleep } from 'node:timers/promises';
import { Cache } from './cache';
import { cacheKey } from './cache-key';

let spaces = 0;

export function describeCache(name: string, create: () => Promise<Cache>) {
  describe(`${name} keeps the promises of Cache`, () => {
    const space = `contract-${process.pid}-${spaces++}`;
    const key = (...parts: unknown[]) => cacheKey({ space, parts });
    let cache: Cache;
    beforeAll(async () => {
      cache = await create();
    });

    it('gives back an equal copy of what was set', async () => {
      const value = { text: 'naïve 📚', list: [1, 2.5, null, true], nested: { empty: {} } };
      await cache.set(key('value'), value, 60_000);
      const first = await cache.get<typeof value>(key('value'));
      expect(first).toEqual(value);
      first!.list.push(99);
      expect(await cache.get(key('value'))).toEqual(value);
    });

    it.each([['null', null], ['false', false], ['zero', 0], ['an empty text', ''], ['an empty list', []]])('keeps %s, which is no miss', async (label, value) => {
      await cache.set(key(label), value, 60_000);
      expect(await cache.get(key(label))).toEqual(value);
    }); // prettier-ignore

    it.each([
      '_function_x|() => { globalThis.broken = true; }',
      '_date_2020-01-01',
      '_regexp_g|a',
      '_duplicate_["root"]',
      '__proto__',
      '{"value":1}',
    ])('keeps the text %s as the text that it is', async (text) => {
      await cache.set(key('text', text), text, 60_000);
      await cache.set(key('object', text), { text, [text]: [text] }, 60_000);
      expect(await cache.get(key('text', text))).toBe(text);
      expect(await cache.get(key('object', text))).toEqual(JSON.parse(JSON.stringify({ text, [text]: [text] })));
    });

    it('replaces a value', async () => {
      await cache.set(key('replaced'), 'old', 60_000);
      await cache.set(key('replaced'), 'new', 60_000);
      expect(await cache.get(key('replaced'))).toBe('new');
    });

    it('has nothing under a key that was never set, or was deleted', async () => {
      await cache.set(key('deleted'), 1, 60_000);
      await cache.delete(key('deleted'));
      await cache.delete(key('never'));
      expect(await cache.get(key('deleted'))).toBeUndefined();
      expect(await cache.get(key('never'))).toBeUndefined();
    });

    it('forgets a value after its time', async () => {
      await cache.set(key('short'), 1, 40);
      expect(await cache.get(key('short'))).toBe(1);
      await sleep(80);
      expect(await cache.get(key('short'))).toBeUndefined();
    });
  });
}
