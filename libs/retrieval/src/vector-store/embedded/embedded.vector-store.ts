import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signatureLine, type EmbeddingSignature } from '@lectern/embedding';
import { AppError, type DocumentId, type TenantId } from '@lectern/platform';
import { assertQuery, assertTenant, assertVector } from '../assert-call';
import { unpack } from './packed-answer';
import { StoreThread } from './store-thread';
import { type ThreadMethod } from './thread-messages';
import { type VectorFile } from './vector-file';
import { VectorStore, type Point, type PointCounts, type StoreAnswer, type StoredDocument, type StoreQuery } from '../vector-store';

interface EmbeddedOptions {
  /** The SQLite file; made where there is none. */
  file: string;
  /** Of the vectors that it holds: a file of another signature is emptied, see `openFile`. */
  signature: EmbeddingSignature;
  /** Told, in a sentence, when the file had to be emptied. */
  notify?: (notice: string) => void;
  /** The compiled thread, beside this file unless a spec says otherwise. */
  thread?: string;
}

/** Sparse entries that one transaction writes, and points that one removes: well under 100 ms with the write lock. */
const ENTRIES_A_TRANSACTION = 100_000;
const POINTS_A_DELETE = 1000;
/** Another process holds the write lock for less than 100 ms at a time; this is patience for a queue of them. */
const BUSY_PATIENCE_MS = 10_000;
const BUSY_PAUSE_MS = 15;
/** Documents that are listed at once: some 10 ms. */
const DOCUMENTS_A_PAGE = 5000;

/**
 * The default store: one SQLite file that the processes of one machine share, read and written in a worker thread. Sparse
 * search is exact, and so is dense search of a few thousand points; of more it finds nearly all of the best (see `DenseSearch`).
 * 100,000 chunks a tenant are comfortable, beyond that Qdrant is the store to choose.
 */
export class EmbeddedVectorStore extends VectorStore {
  private readonly signature: EmbeddingSignature;
  private readonly thread: StoreThread;

  constructor({ file, signature, notify = () => {}, thread = join(__dirname, 'embedded.vector-store.thread.js') }: EmbeddedOptions) {
    super();
    this.signature = signature;
    this.thread = new StoreThread(thread, { file, signature: signatureLine(signature), sinceMs: Date.now() }, notify);
  }

  async upsert(tenant: TenantId, points: readonly Point[], signal: AbortSignal): Promise<void> {
    assertTenant(tenant);
    for (const { dense } of points) assertVector(dense, this.signature);
    for (const slice of slices(points)) await this.run('upsert', [tenant, slice], signal);
    await this.settle(tenant, signal);
  }

  async search(tenant: TenantId, query: StoreQuery, signal: AbortSignal): Promise<StoreAnswer> {
    assertTenant(tenant);
    assertQuery(query);
    if (query.dense) assertVector(query.dense, this.signature);
    return unpack(await this.run('search', [tenant, query], signal));
  }

  async deleteDocument(
    tenant: TenantId,
    documentId: DocumentId,
    { keepGeneration }: { keepGeneration?: number },
    signal: AbortSignal,
  ): Promise<PointCounts> {
    assertTenant(tenant);
    let chunk = 0;
    let passage = 0;
    for (;;) {
      const gone = await this.run('deleteSlice', [tenant, documentId, keepGeneration ?? null, POINTS_A_DELETE], signal);
      chunk += gone.chunk;
      passage += gone.passage;
      if (gone.chunk + gone.passage < POINTS_A_DELETE) break;
    }
    await this.settle(tenant, signal);
    while (!(await this.run('shrink', [], signal)));
    return { chunk, passage };
  }

  async count(tenant: TenantId, documentId: DocumentId, generation: number, signal: AbortSignal): Promise<PointCounts> {
    assertTenant(tenant);
    return this.run('count', [tenant, documentId, generation], signal);
  }

  async documents(signal: AbortSignal): Promise<StoredDocument[]> {
    const documents = new Map<string, StoredDocument>();
    for (let last = 0; ;) {
      const page = await this.run('documentsAfter', [last, DOCUMENTS_A_PAGE], signal);
      for (const { tenant, documentId, generation, kind, points } of page) {
        const key = `${tenant}/${documentId}/${generation}`;
        documents.set(key, { tenant, documentId, generation, chunk: 0, passage: 0, ...documents.get(key), [kind]: points });
      }
      if (page.length < DOCUMENTS_A_PAGE) return [...documents.values()];
      last = page.at(-1)!.id;
    }
  }

  async ping(signal: AbortSignal): Promise<void> {
    await this.run('ping', [], signal);
  }

  async close(): Promise<void> {
    await this.thread.end();
  }

  /**
   * Makes what was written quick to search, what a call that ended early has left too. What others write meanwhile is theirs:
   * a delete must not chase an upsert.
   */
  private async settle(tenant: TenantId, signal: AbortSignal): Promise<void> {
    for (const segment of await this.run('sparseSegments', [tenant], signal)) await this.run('compact', [segment], signal);
    for (const segment of await this.run('staleSegments', [tenant], signal)) await this.run('invert', [segment], signal);
    for (const group of await this.run('unmergedGroups', [tenant], signal)) while (!(await this.run('merge', [group], signal)));
  }

  private async run<M extends ThreadMethod>(
    method: M,
    args: Parameters<VectorFile[M]>,
    signal: AbortSignal,
  ): Promise<ReturnType<VectorFile[M]>> {
    const patience = performance.now() + BUSY_PATIENCE_MS;
    for (;;) {
      const answer = await this.thread.call({ method, args }, signal);
      if (answer.outcome === 'done') return answer.value as ReturnType<VectorFile[M]>;
      if (answer.outcome === 'mismatch') throw new AppError('EMBEDDING_MISMATCH', answer.message);
      if (answer.outcome === 'failed' || performance.now() > patience) throw unavailable(answer.message);
      // with jitter, so that two who wait do not meet again
      await pause(BUSY_PAUSE_MS * (0.5 + Math.random()), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}

function unavailable(cause: string): AppError {
  return new AppError('VECTOR_STORE_UNAVAILABLE', 'The search index is not available. Try again.', { cause: new Error(cause) });
}

function* slices(points: readonly Point[]): Generator<Point[]> {
  let slice: Point[] = [];
  let entries = 0;
  for (const point of points) {
    slice.push(point);
    entries += point.sparse.indices.length;
    if (entries < ENTRIES_A_TRANSACTION) continue;
    yield slice;
    slice = [];
    entries = 0;
  }
  if (slice.length > 0) yield slice;
}
