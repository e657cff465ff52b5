import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError, type DocumentId, type TenantId } from '@lectern/platform';
import { StoreThread } from './store-thread';
import { type ThreadMethod } from './thread-messages';
import { type VectorFile } from './vector-file';
import { VectorStore, type Point, type PointCounts, type StoreAnswer, type StoredDocument, type StoreQuery } from './vector-store';

interface EmbeddedOptions {
  /** The SQLite file; made where there is none. */
  file: string;
  /** The compiled thread, beside this file unless a spec says otherwise. */
  thread?: string;
}

/** Sparse entries that one transaction writes, and points that one removes: well under 100 ms with the write lock. */
const ENTRIES_A_TRANSACTION = 100_000;
const POINTS_A_DELETE = 1000;
/** Another process holds the write lock for less than 100 ms at a time; this is patience for a queue of them. */
const BUSY_PATIENCE_MS = 10_000;
const BUSY_PAUSE_MS = 15;
const MOST_HITS = 1000;

/**
 * The default store: one SQLite file that the processes of one machine share, read and written in a worker thread. Search is
 * exact; 100,000 chunks a tenant are comfortable, beyond that Qdrant is the store to choose.
 */
export class EmbeddedVectorStore extends VectorStore {
  private readonly thread: StoreThread;

  constructor({ file, thread = join(__dirname, 'embedded.vector-store.thread.js') }: EmbeddedOptions) {
    super();
    this.thread = new StoreThread(thread, { file });
  }

  async upsert(tenant: TenantId, points: readonly Point[], signal: AbortSignal): Promise<void> {
    assertTenant(tenant);
    for (const slice of slices(points)) await this.run('upsert', [tenant, slice], signal);
    await this.invertStale(tenant, signal);
  }

  async search(tenant: TenantId, query: StoreQuery, signal: AbortSignal): Promise<StoreAnswer> {
    assertTenant(tenant);
    assertQuery(query);
    return this.run('search', [tenant, query], signal);
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
    for (const segment of await this.run('sparseSegments', [tenant], signal)) await this.run('compact', [segment], signal);
    await this.invertStale(tenant, signal);
    return { chunk, passage };
  }

  async count(tenant: TenantId, documentId: DocumentId, generation: number, signal: AbortSignal): Promise<PointCounts> {
    assertTenant(tenant);
    return this.run('count', [tenant, documentId, generation], signal);
  }

  async documents(signal: AbortSignal): Promise<StoredDocument[]> {
    return this.run('documents', [], signal);
  }

  async ping(signal: AbortSignal): Promise<void> {
    await this.run('ping', [], signal);
  }

  async close(): Promise<void> {
    await this.thread.end();
  }

  /** Also what a call that ended early has left. What others write meanwhile is theirs to invert: a delete must not chase an upsert. */
  private async invertStale(tenant: TenantId, signal: AbortSignal): Promise<void> {
    for (const segment of await this.run('staleSegments', [tenant], signal)) await this.run('invert', [segment], signal);
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
      if (answer.outcome === 'failed' || performance.now() > patience) throw unavailable(answer.message);
      // with jitter, so that two who wait do not meet again
      await pause(BUSY_PAUSE_MS * (0.5 + Math.random()), undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }
}

/** The choke point of tenancy: a call that lost its tenant must fail, never search everything. */
function assertTenant(tenant: TenantId): void {
  if (typeof tenant !== 'string' || tenant === '') throw new TypeError('A call of the vector store needs a tenant.');
}

function assertQuery({ limit, documentIds }: StoreQuery): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_HITS)
    throw new RangeError(`A search takes 1 to ${MOST_HITS} hits a list, not ${limit}.`);
  if (documentIds?.length === 0) throw new RangeError('A search among no documents was asked for; leave the filter out for all of them.');
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
