import type { ErrorCode } from '@lectern/platform';
import type { DocumentFile, ParsedPage } from './document-parser';

/** The first message to the child; each later one says that one more page was taken. */
export interface ParseRequest extends DocumentFile {
  readonly maxCharacters: number;
}

export type ParseReply =
  | { readonly kind: 'page'; readonly page: ParsedPage }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly detail: string };

/** How many pages the child may be ahead of the consumer. */
export const PAGES_AHEAD = 4;
