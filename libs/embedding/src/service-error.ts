import { AppError, retryAfterOf } from '@lectern/platform';

/** What an embedding service said of itself instead of vectors: goes into logs as the cause, never to clients. Holds no text of a document and no key. */
class ServiceAnswer extends Error {
  constructor(
    readonly status: number,
    said: string,
  ) {
    super(`The embedding service answered ${status}${said && `: ${said}`}`);
    this.name = 'ServiceAnswer';
  }
}

const SAID_CHARACTERS = 200;
/** 429 and 503 mean "later", and mostly say when; where they do not, this. */
const REST_SECONDS = 10;
/** Credits come back with a new month or by hand. */
const NO_CREDITS_REST_SECONDS = 300;

const TOO_MANY = /batch size/i;
const TOO_LONG = /\btokens?\b|too long|max(imum)? (input )?length/i;

/** The error that an answer other than 200 means. Reads its body. */
export async function serviceError(response: Response): Promise<AppError> {
  const { status } = response;
  const { said, estimatedSeconds } = await wordsOf(response);
  const cause = new ServiceAnswer(status, said);
  if (status === 429 || status === 503) {
    const retryAfterSeconds = retryAfterOf(response.headers.get('retry-after')) ?? retryAfterOf(estimatedSeconds) ?? REST_SECONDS;
    return unavailable(cause, retryAfterSeconds);
  }
  if (status === 402) return unavailable(cause, NO_CREDITS_REST_SECONDS);
  if (status === 413 || TOO_MANY.test(said))
    return new AppError('TOO_LARGE', 'The embedding service takes fewer texts at once.', { cause });
  if (status === 400 || status === 422) return TOO_LONG.test(said) ? new TextTooLong(cause) : refused(cause);
  return unavailable(cause);
}

/** The service does not cut texts by itself. */
export class TextTooLong extends AppError {
  constructor(cause: Error) {
    super('EMBEDDING_MISMATCH', 'A text is too long for the embedding model.', { cause });
  }
}

export function unavailable(cause: Error, retryAfterSeconds?: number): AppError {
  return new AppError('EMBEDDING_UNAVAILABLE', 'The embedding service is not available. Try again.', { cause, retryAfterSeconds });
}

/** Whether the same request may be answered in a moment: not where the service refuses the key, the model or the path. */
export function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof AppError) || error.code !== 'EMBEDDING_UNAVAILABLE') return false;
  const { cause } = error;
  return !(cause instanceof ServiceAnswer) || cause.status >= 424;
}

/** Whether the service does not take the key: nothing that waiting mends. */
export function isKeyRefused(error: unknown): boolean {
  return error instanceof AppError && error.cause instanceof ServiceAnswer && [401, 403].includes(error.cause.status);
}

function refused(cause: Error): AppError {
  return new AppError('EMBEDDING_MISMATCH', 'The embedding service refuses the request.', { cause });
}

/** TEI says `{error, error_type}`, the Inference API `{error, estimated_time}`, a proxy before them a page of HTML. */
async function wordsOf(response: Response): Promise<{ said: string; estimatedSeconds?: number }> {
  const body = await response.text().catch(() => '');
  try {
    const { error, message, estimated_time: estimatedSeconds } = JSON.parse(body);
    return { said: String(error?.message ?? error ?? message ?? '').slice(0, SAID_CHARACTERS), estimatedSeconds };
  } catch {
    return { said: response.headers.get('content-type')?.split(';')[0] ?? '' };
  }
}
