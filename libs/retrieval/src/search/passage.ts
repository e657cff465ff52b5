import { type DocumentId, type Span } from '@lectern/platform';

/** A contiguous span of a document, found for a query or sampled. */
export interface Passage extends Span {
  /** The chunk that matched best; the passage's first where none did. */
  readonly chunkId: string;
  readonly documentId: DocumentId;
  readonly filename: string;
  /** Null where the format has no pages. */
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** Exactly `[start, end)` of the document's extracted text. */
  readonly text: string;
  readonly heading: string | null;
  /** Comparable within one answer only. */
  readonly score: number;
  /** From 1. */
  readonly rank: number;
  /** IDF-weighted share, 0 to 1, of the query's content words that the text holds; 1 where there was no query. */
  readonly coverage: number;
}

/** The part of a library that is meant; all of it where neither is given. */
export interface LibraryScope {
  /** Exact, never a pattern. */
  readonly filename?: string;
  readonly documentIds?: readonly DocumentId[];
}

/** Which passage of which ready document. */
export interface PassageReference {
  readonly documentId: DocumentId;
  readonly generation: number;
  readonly passage: number;
}
