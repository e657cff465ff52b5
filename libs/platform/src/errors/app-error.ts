import { ERRORS, type ErrorCode } from './error-codes';

interface AppErrorOptions {
  cause?: unknown;
  /** When trying again may help; sent to clients as `Retry-After`, clamped to 1..300. */
  retryAfterSeconds?: number;
}

/**
 * The one error of the product. `message` is written for the person who sent the request: it says what was wrong, with
 * which value, and what to do; it never holds a path, SQL or another service's words (those belong in `cause`).
 */
export class AppError extends Error {
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** The HTTP status that tells it. */
  get status(): number {
    return ERRORS[this.code].status;
  }

  /** Whether the same call may succeed later: drives retries of ports and jobs. */
  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }
}

/** `error` as an AppError: itself, one for a database that is busy or full, or an `INTERNAL` one that keeps it as its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseFull(error))
    return new AppError('DISK_FULL', 'There is no space left to keep this.', { cause: error, retryAfterSeconds: 60 });
  if (isDatabaseBusy(error))
    return new AppError('DATABASE_UNAVAILABLE', 'The database is busy. Try again.', { cause: error, retryAfterSeconds: 2 });
  return new AppError('INTERNAL', 'Something went wrong on our side. The request id finds it in the logs.', { cause: error });
}

/** Prisma: P1001, P1002 and P1017 no connection, P1008 a lock not got in time, P2024 and P2028 no turn in time. */
function isDatabaseBusy(error: unknown): boolean {
  return ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'].includes((error as { code?: string } | null)?.code ?? '');
}

function isDatabaseFull(error: unknown): boolean {
  return error instanceof Error && /database or disk is full|ENOSPC/.test(error.message);
}
