import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors/app-error';
import { BlobStore, type LocalBlob, type StagedBlob } from './blob-store';

/**
 * A folder: `<directory>/<two letters>/<key>`, and `<directory>/incoming/` for what is not whole yet (the same file system, so that
 * `keep` is one rename).
 */
export class LocalBlobStore extends BlobStore {
  private readonly incoming: string;

  constructor(private readonly directory: string) {
    super();
    this.incoming = join(directory, 'incoming');
  }

  async stage(source: AsyncIterable<Uint8Array>, maxBytes: number, signal: AbortSignal): Promise<StagedBlob> {
    const path = join(this.incoming, randomUUID());
    try {
      await mkdir(this.incoming, { recursive: true });
      const { size, sha256 } = await receive(source, path, maxBytes, signal);
      return { path, size, sha256, keep: (key) => this.keep(path, key), discard: () => rm(path, { force: true }) };
    } catch (error) {
      await rm(path, { force: true });
      throw asBlobError(error);
    }
  }

  async open(key: string): Promise<LocalBlob> {
    const path = this.pathOf(key);
    await access(path, constants.R_OK).catch((error: unknown) => {
      throw new AppError('BLOB_STORE_UNAVAILABLE', 'The uploaded file cannot be read at the moment. Try again.', { cause: error });
    });
    return { path, release: async () => {} };
  }

  async delete(key: string): Promise<boolean> {
    return rm(this.pathOf(key)).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return false;
        throw asBlobError(error);
      },
    );
  }

  async *keys(olderThanMs: number): AsyncIterable<string> {
    const before = Date.now() - olderThanMs;
    for (const shard of await list(this.directory)) {
      if (shard === 'incoming') continue;
      for (const key of await list(join(this.directory, shard))) {
        const kept = await stat(join(this.directory, shard, key)).catch(() => undefined);
        if (kept && kept.ctimeMs < before) yield key;
      }
    }
  }

  async sweep(olderThanMs: number): Promise<number> {
    const before = Date.now() - olderThanMs;
    let swept = 0;
    for (const name of await list(this.incoming)) {
      const path = join(this.incoming, name);
      const staged = await stat(path).catch(() => undefined);
      if (!staged || staged.mtimeMs > before) continue;
      await rm(path, { force: true });
      swept++;
    }
    return swept;
  }

  async ping(): Promise<void> {
    await mkdir(this.incoming, { recursive: true });
    await access(this.incoming, constants.W_OK);
  }

  private async keep(path: string, key: string): Promise<void> {
    try {
      await mkdir(this.folderOf(key), { recursive: true });
      await rename(path, this.pathOf(key));
      await sync(this.folderOf(key));
    } catch (error) {
      throw asBlobError(error);
    }
  }

  /** Keys are UUIDs; their last letters are random in every version. */
  private folderOf(key: string): string {
    return join(this.directory, key.slice(-2));
  }

  private pathOf(key: string): string {
    if (!/^[\w-]+$/.test(key)) throw new AppError('INTERNAL', 'A blob key may hold letters, digits, - and _ only.');
    return join(this.folderOf(key), key);
  }
}

async function receive(source: AsyncIterable<Uint8Array>, path: string, maxBytes: number, signal: AbortSignal) {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  let size = 0;
  try {
    for await (const part of source) {
      signal.throwIfAborted();
      size += part.byteLength;
      if (size > maxBytes)
        throw new AppError('TOO_LARGE', `The file is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB, the limit of one upload.`);
      hash.update(part);
      await file.write(part);
    }
    signal.throwIfAborted();
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** A rename is durable once its folder is. */
async function sync(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function list(directory: string): Promise<string[]> {
  return readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw asBlobError(error);
  });
}

function asBlobError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof AppError || typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError('DISK_FULL', 'There is no space left to keep the file.', { cause: error, retryAfterSeconds: 60 });
  return new AppError('BLOB_STORE_UNAVAILABLE', 'Files cannot be kept at the moment. Try again.', { cause: error, retryAfterSeconds: 5 });
}
