import type { DocumentFormat } from './document-format';

export interface DocumentFile {
  readonly path: string;
  readonly format: DocumentFormat;
}

/** A page of a PDF, or a block of some ten thousand characters of a format that has no pages. */
export interface ParsedPage {
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  /** Well-formed UTF-16 without control characters but line feed and tab; '' for an empty page. */
  readonly text: string;
  /** Section headings and where in `text` they begin, in order. */
  readonly headings: readonly { readonly start: number; readonly text: string }[];
  /** How many pages there will be in all, where the format says so. */
  readonly pages?: number;
}

/**
 * Reads the text of a document, page by page and in order, with bounded memory and time.
 *
 * A PDF gives each of its pages. Blocks of other formats are consecutive: put one after the other they are the whole text.
 *
 * Left out on purpose: text recognition in pictures, comments, deleted passages, running headers of DOCX, layout, chunks.
 */
export abstract class DocumentParser {
  /**
   * @throws AppError `DOCUMENT_CORRUPT`, `DOCUMENT_ENCRYPTED`, `DOCUMENT_EMPTY`, `NO_TEXT_LAYER` (possibly after the last page),
   * `TOO_LARGE` (more text than allowed), `TOO_COMPLEX` (memory or time); the signal's reason when it is aborted
   */
  abstract parse(file: DocumentFile, signal: AbortSignal): AsyncIterable<ParsedPage>;
}
