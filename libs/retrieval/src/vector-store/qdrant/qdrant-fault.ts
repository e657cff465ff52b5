import { AppError, retryAfterOf } from '@lectern/platform';
import { RETRY_AFTER } from './qdrant-retry-after';

/** Statuses after which the same request may succeed; 502 and 504 are a proxy's. */
const TRANSIENT = [408, 429, 500, 502, 503, 504];
const FULL = 507;

interface FaultOptions {
  cause?: unknown;
  retryAfterSeconds?: number;
}

/** Why a request to Qdrant failed, in words for a log alone. */
export class QdrantFault extends Error {
  readonly retryAfterSeconds: number | undefined;

  constructor(
    /** Of the answer; undefined where none came, or none that can be read. */
    readonly status: number | undefined,
    message: string,
    options: FaultOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'QdrantFault';
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get transient(): boolean {
    return this.status === undefined || TRANSIENT.includes(this.status);
  }
}

/** What a request threw: for an answer above 399 the SDK's error with `status`, `headers` and `data`, of a class that it does not export. */
export function faultOf(error: unknown): QdrantFault {
  if (error instanceof QdrantFault) return error;
  const { status, headers, data } = Object(error) as { status?: number; headers?: Headers; data?: unknown };
  if (status === undefined || headers === undefined)
    return new QdrantFault(undefined, `Qdrant gave no answer: ${messagesOf(error).join(': ')}`, { cause: error });
  const words = typeof data === 'string' ? data : JSON.stringify(data);
  return new QdrantFault(status, `Qdrant answered ${status}: ${words?.slice(0, 500)}`, {
    retryAfterSeconds: retryAfterOf(headers.get(RETRY_AFTER)),
  });
}

/** As the port promises it: nothing of the server's words or its address is for clients. */
export function unavailable(fault: QdrantFault): AppError {
  const retryAfterSeconds = fault.retryAfterSeconds ?? (fault.status === FULL ? 60 : undefined);
  return new AppError('VECTOR_STORE_UNAVAILABLE', 'The search index is not available. Try again.', { cause: fault, retryAfterSeconds });
}

/** Down to the last cause, for `fetch failed` tells nothing; of any realm, so that no `instanceof Error` will do. */
function messagesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { message, cause } = error as Error;
  return [message, ...messagesOf(cause)];
}
