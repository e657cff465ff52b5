import { AppError } from '@lectern/platform';

/** Where a document is; `deleted` is a tombstone that nobody outside this library sees. */
export type DocumentStatus = 'queued' | 'processing' | 'ready' | 'failed' | 'deleted';

export const VISIBLE_STATUSES = ['queued', 'processing', 'ready', 'failed'] as const satisfies DocumentStatus[];

/** What a document goes through, in order. */
export type DocumentStage = 'stored' | 'parsing' | 'chunking' | 'embedding' | 'indexing' | 'done';

/** Stages before the batches are planned: a new start of the job begins from the file again. */
export const PARSING_STAGES = ['stored', 'parsing', 'chunking'] as const satisfies DocumentStage[];

/** Shares of the progress bar: parsing ends and embedding begins here. */
export const PARSED_PROGRESS = 0.4;

/**
 * Starts of a job before its document is given up. A worker that is killed again and again costs one each time, so it is generous; a document that
 * kills its parser fails at once and never comes near it.
 */
export const MAX_STARTS = 12;

export function interruptedTooOften(): AppError {
  return new AppError('INTERNAL', 'The document could not be read: its processing was interrupted too often. Try it again.');
}
