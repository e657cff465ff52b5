import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { BlobStore } from './blob-store';

async function* parts(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

const never = new AbortController().signal;

export function describeBlobStore(name: string, create: () => Promise<BlobStore>) {
  describe(`${name} keeps the promises of BlobStore`, () => {
    let store: BlobStore;
    const kept = async () => {
      const keys = [];
      for await (const key of store.keys(-1)) keys.push(key);
      return keys;
    };
    beforeAll(async () => {
      store = await create();
    });

    it('hashes and measures what it receives', async () => {
      const staged = await store.stage(parts('alpha ', 'beta'), 100, never);
      expect(staged).toMatchObject({ size: 10, sha256: createHash('sha256').update('alpha beta').digest('hex') });
      await staged.discard();
    });

    it('gives back the bytes that were kept under a key', async () => {
      const key = randomUUID();
      await (await store.stage(parts('alpha ', 'beta'), 100, never)).keep(key);
      const blob = await store.open(key, never);
      expect(await readFile(blob.path, 'utf8')).toBe('alpha beta');
      await blob.release();
      expect(await kept()).toContain(key);
    });

    it('keeps nothing of a staged blob that is discarded', async () => {
      const before = await kept();
      await (await store.stage(parts('gone'), 100, never)).discard();
      expect(await kept()).toEqual(before);
    });

    it('refuses what is larger than the limit, and leaves nothing behind', async () => {
      await expect(store.stage(parts('12345', '67890', '1'), 10, never)).rejects.toMatchObject({ code: 'TOO_LARGE' });
      expect(await store.sweep(-1)).toBe(0);
    });

    it('leaves nothing behind when its signal is aborted', async () => {
      const controller = new AbortController();
      async function* slow() {
        yield Buffer.from('first');
        controller.abort(new Error('client went away'));
        yield Buffer.from('second');
      }
      await expect(store.stage(slow(), 100, controller.signal)).rejects.toThrow('client went away');
      expect(await store.sweep(-1)).toBe(0);
    });

    it('deletes once', async () => {
      const key = randomUUID();
      await (await store.stage(parts('x'), 100, never)).keep(key);
      expect([await store.delete(key), await store.delete(key)]).toEqual([true, false]);
      await expect(store.open(key, never)).rejects.toMatchObject({ code: 'BLOB_STORE_UNAVAILABLE' });
    });

    it('sweeps what was staged and never kept', async () => {
      await store.stage(parts('abandoned'), 100, never);
      expect(await store.sweep(60_000)).toBe(0);
      expect(await store.sweep(-1)).toBe(1);
    });
  });
}
