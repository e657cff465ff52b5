import type { ErrorCode } from '@lectern/platform';
import type { ParsedPage } from './document-parser';

/** What the child answers to its first message, a `DocumentFile`; each later one tells it that one more page was taken. */
export type ParseReply =
  | { readonly kind: 'page'; readonly page: ParsedPage }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string; readonly detail: string };

/** How many pages the child may be ahead of the consumer. */
export const PAGES_AHEAD = 4;
