import type { ErrorCode } from '@lectern/platform';

/**
 * Why a document cannot be read, as its code and a message for the person who uploaded it. A plain class, since the child
 * process loads nothing of the platform; outside it becomes an AppError.
 */
export class ParseFailure extends Error {
  override readonly name = 'ParseFailure';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What to say of anything that a reader throws; `detail` is for the log. */
export function failureOf(error: unknown): { code: ErrorCode; message: string; detail: string } {
  const detail = String(error instanceof Error ? (error.cause ?? error.stack) : error);
  if (error instanceof ParseFailure) return { code: error.code, message: error.message, detail };
  if (error instanceof Error && 'syscall' in error)
    return { code: 'BLOB_STORE_UNAVAILABLE', message: 'The stored file cannot be read.', detail };
  return { code: 'TOO_COMPLEX', message: 'The document is too deeply nested or too large to be read.', detail };
}

/** The longest text that a document may hold: about 7,000 pages. */
export const MOST_CHARACTERS = 16_000_000;

export function tooLong(): ParseFailure {
  return new ParseFailure('TOO_LARGE', `The document holds more than ${MOST_CHARACTERS} characters of text. Split it.`);
}

export const CORRUPT_PDF = 'The PDF is damaged: its pages cannot be read. Open it in a PDF viewer, save it again and upload the copy.';
export const CORRUPT_DOCX = 'The Word document is damaged: its text cannot be read. Open it in Word, save it again and upload the copy.';
export const ENCRYPTED = 'The document is protected by a password. Remove the password and upload it again.';
