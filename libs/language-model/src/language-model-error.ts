import { AppError, retryAfterOf } from '@lectern/platform';

/**
 * Why there is no answer:
 * - `busy`: too many requests or no room; the service says for how long, or a default stands in;
 * - `failed`: it broke, hung or could not be reached; the next try may go well;
 * - `forbidden`: it does not take the key, or has no such model: an operator has to do something;
 * - `refused`: it does not want this prompt (malformed, or blocked for safety); others may go well.
 */
export type LanguageModelFailure = 'busy' | 'failed' | 'forbidden' | 'refused';

const SAID_CHARACTERS = 200;
const BUSY_REST_SECONDS = 10;
/** Until an operator has looked; a key that works again is noticed after it. */
const FORBIDDEN_REST_SECONDS = 300;

/** Its message is fit for clients; what the service said is its cause, without the prompt and without the key. */
export class LanguageModelError extends AppError {
  constructor(
    readonly failure: LanguageModelFailure,
    said: string,
    retryAfterSeconds?: number,
  ) {
    super('GENERATION_UNAVAILABLE', 'The question model is not available. Try again.', {
      cause: new Error(said.slice(0, SAID_CHARACTERS)),
      retryAfterSeconds,
    });
  }
}

/** What a service said, without the key that it was sent: some say it back. */
export const withoutKey = (said: string, key: string | undefined): string => (key ? said.replaceAll(key, '***') : said);

/**
 * What an answer other than 200 means.
 * @param retryAfter a `Retry-After` header, or seconds that the body names
 */
export function errorOfStatus(status: number, said: string, retryAfter?: string | number | null): LanguageModelError {
  const words = `HTTP ${status}: ${said}`;
  const seconds = retryAfterOf(retryAfter);
  if (status === 429 || (status === 503 && seconds !== undefined))
    return new LanguageModelError('busy', words, seconds ?? BUSY_REST_SECONDS);
  if (status === 401 || status === 402 || status === 403 || status === 404)
    return new LanguageModelError('forbidden', words, FORBIDDEN_REST_SECONDS);
  return new LanguageModelError(status >= 400 && status < 500 && status !== 408 && status !== 425 ? 'refused' : 'failed', words);
}
