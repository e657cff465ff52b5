import { type DocumentId, type TenantId } from '@lectern/platform';
import { type PointKind, type SparseVector } from '../text/sparse-encoder';

/** Where a point comes from: all that is needed to find its text again. */
export interface PointSource {
  readonly documentId: DocumentId;
  readonly generation: number;
  readonly kind: PointKind;
  /** Number of the chunk, or of the passage, in its document and generation. */
  readonly index: number;
  /** Number of the parent passage; a passage's own. */
  readonly passage: number;
  /** Span in the document's text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly pageEnd: number | null;
}

export interface Point extends PointSource {
  /** `pointId(documentId, generation, kind, index)`. */
  readonly id: string;
  /** Unit length. */
  readonly dense: Float32Array;
  readonly sparse: SparseVector;
}

export interface Hit extends PointSource {
  /** `sparse`: the sum of IDF x value over common terms; `dense`: the cosine. */
  readonly score: number;
}

export interface StoreQuery {
  /** The legs to search with; a leg that is left out gives no list. */
  readonly sparse?: SparseVector;
  readonly dense?: Float32Array;
  /** Hits a list, 1 to 1,000. */
  readonly limit: number;
  /** Only these documents. Left out: all of the tenant's; an empty list is refused, since it could be read either way. */
  readonly documentIds?: readonly DocumentId[];
  /** Terms of `sparse` whose frequencies are asked for: each costs a store that keeps no count of them a small query. */
  readonly frequenciesOf?: Uint32Array;
}

export interface HitList {
  readonly leg: 'sparse' | 'dense';
  readonly kind: PointKind;
  /** Best first; equal scores in the order of document, generation and index. Scores of 0 are no hits. */
  readonly hits: readonly Hit[];
}

export interface StoreAnswer {
  /** One list for every leg asked for and kind. */
  readonly lists: readonly HitList[];
  /** Points of kind `passage` that the tenant has, and how many of them hold each term of `frequenciesOf`, in its order. */
  readonly passages: number;
  readonly frequencies: Uint32Array;
}

export interface PointCounts {
  readonly chunk: number;
  readonly passage: number;
}

export interface StoredDocument extends PointCounts {
  readonly tenant: TenantId;
  readonly documentId: DocumentId;
  readonly generation: number;
}

export type PointWriter = (tenant: TenantId, points: readonly Point[], signal: AbortSignal) => Promise<void>;

/**
 * Points of chunks and passages with a dense and a sparse vector each, per tenant. Derived data: all of it can be made again
 * from Chunk rows.
 *
 * Promises:
 * - no call sees or touches another tenant's points, and each kind of a tenant has statistics (IDF) of its own, those of all
 *   its points whatever the filter;
 * - what a call has written is seen by every later call of any process; a call that failed may have written a part, and
 *   calling it again with the same points ends in the same state as calling it once;
 * - an aborted signal ends the waiting with its reason; what was sent may still take effect.
 *
 * Left out on purpose: texts, whether a document is ready, fusion of lists, retries.
 *
 * @throws AppError `VECTOR_STORE_UNAVAILABLE` (retryable) from every method
 */
export abstract class VectorStore {
  /** Writes points, replacing those of the same ids. */
  abstract upsert(tenant: TenantId, points: readonly Point[], signal: AbortSignal): Promise<void>;

  abstract search(tenant: TenantId, query: StoreQuery, signal: AbortSignal): Promise<StoreAnswer>;

  /**
   * Removes a document's points: all generations, or all but `keepGeneration`.
   * @returns how many points went
   */
  abstract deleteDocument(
    tenant: TenantId,
    documentId: DocumentId,
    options: { keepGeneration?: number },
    signal: AbortSignal,
  ): Promise<PointCounts>;

  abstract count(tenant: TenantId, documentId: DocumentId, generation: number, signal: AbortSignal): Promise<PointCounts>;

  /**
   * Makes the index anew, with this process's signature: `fill` writes every point that there is to be.
   * Where a store can hold two, the one before serves until the new one is complete; where not, `fill` replaces point by point.
   */
  rebuild(fill: (write: PointWriter) => Promise<void>, _signal: AbortSignal): Promise<void> {
    return fill((...written) => this.upsert(...written));
  }

  /** Everything there is, of all tenants: for the reconciler and the invariants checker, never for a request. */
  abstract documents(signal: AbortSignal): Promise<StoredDocument[]>;

  /** Resolves when the store can serve. */
  abstract ping(signal: AbortSignal): Promise<void>;

  /** Waits for nothing: calls still running are rejected. */
  abstract close(): Promise<void>;
}
