import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeBlobStore } from './blob-store.contract';
import { LocalBlobStore } from './local.blob-store';

describeBlobStore('local', async () => new LocalBlobStore(mkdtempSync(join(tmpdir(), 'lectern-blobs-'))));

describe('LocalBlobStore', () => {
  it('takes no key that could be a path', async () => {
    const store = new LocalBlobStore(mkdtempSync(join(tmpdir(), 'lectern-blobs-')));
    await expect(store.delete('../../etc/passwd')).rejects.toThrow('letters, digits');
  });
});
