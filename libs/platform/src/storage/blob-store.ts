/** Bytes that were received whole, hashed, and are not yet part of the store. */
export interface StagedBlob {
  /** A local file, for looking at what it is. */
  readonly path: string;
  readonly size: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
  /** Moves it into the store under `key`; after that it is durable. */
  keep(key: string): Promise<void>;
  /** Forgets it. Harmless after `keep`. */
  discard(): Promise<void>;
}

/** A kept blob as a local file, for readers that need one; `release` it after use. */
export interface LocalBlob {
  readonly path: string;
  release(): Promise<void>;
}

/**
 * Keeps the uploaded files as they came. Keys are ours (ids), never names that a client sent. Left out on purpose: what a blob means, and who
 * may see it; the rows of the database know.
 */
export abstract class BlobStore {
  /**
   * Streams `source` to a staged blob while hashing it; memory does not grow with its size.
   * @throws AppError `TOO_LARGE` past `maxBytes`, `DISK_FULL`, `BLOB_STORE_UNAVAILABLE`; nothing is left behind then
   */
  abstract stage(source: AsyncIterable<Uint8Array>, maxBytes: number, signal: AbortSignal): Promise<StagedBlob>;

  /** @throws AppError `BLOB_STORE_UNAVAILABLE` where the key is not there or cannot be read */
  abstract open(key: string, signal: AbortSignal): Promise<LocalBlob>;

  /** @returns whether there was something to delete */
  abstract delete(key: string): Promise<boolean>;

  /** Keys that were kept at least `olderThanMs` ago, for whoever looks for orphans; in no order. */
  abstract keys(olderThanMs: number): AsyncIterable<string>;

  /** Removes staged blobs that nobody has written to for `olderThanMs`. @returns how many */
  abstract sweep(olderThanMs: number): Promise<number>;

  /** Resolves when it can be written to. */
  abstract ping(): Promise<void>;
}
