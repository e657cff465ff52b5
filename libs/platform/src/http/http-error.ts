import { HttpException } from '@nestjs/common';
import { AppError, toAppError } from '../errors/app-error';
import type { ErrorCode } from '../errors/error-codes';

/** What the framework and its body parser can refuse by themselves; anything else that they throw is a fault of ours. */
const REFUSALS: Record<number, [ErrorCode, string]> = {
  400: ['MALFORMED_REQUEST', 'The request is malformed.'],
  401: ['UNAUTHENTICATED', 'A valid token is needed.'],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  405: ['METHOD_NOT_ALLOWED', 'This address does not take that method.'],
  413: ['TOO_LARGE', 'The body is too large.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'The content type, charset or encoding of the body is not supported.'],
  422: ['VALIDATION_FAILED', 'The request is not valid.'],
  429: ['RATE_LIMITED', 'Too many requests.'],
};

/** The parser's own types of failure (body-parser sets `type`), where the words can be more helpful. */
const PARSER_MESSAGES: Record<string, string> = {
  'entity.parse.failed': 'The body is not well-formed JSON.',
  'entity.too.large': 'The JSON body is too large: at most 1 MB.',
  'request.aborted': 'The body ended before it was whole.',
  'request.size.invalid': 'The body is not as long as Content-Length says.',
};

/** Whatever a route, a guard, the framework or the body parser threw, as the product's own error. Its words are ours, never theirs. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof URIError) return new AppError('MALFORMED_REQUEST', 'The address is not well-formed.', { cause: error });
  const trouble = databaseTrouble(error);
  if (trouble) return trouble;
  const { status, type } = statusOf(error);
  const refusal = REFUSALS[status];
  if (!refusal) return status >= 400 && status < 500 ? asAppError400(error) : toAppError(error);
  return new AppError(refusal[0], PARSER_MESSAGES[type ?? ''] ?? refusal[1], { cause: error });
}

/** Prisma's codes for a database that cannot be reached, is locked, or gave no answer in time: trying again may help. */
const UNREACHABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034']);

function databaseTrouble(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !error.name.startsWith('PrismaClient')) return undefined;
  const { code } = error as { code?: unknown };
  if (/SQLITE_FULL|disk is full/i.test(error.message)) {
    return new AppError('DISK_FULL', 'There is no room left to store this.', { cause: error });
  }
  if (error.name !== 'PrismaClientInitializationError' && !UNREACHABLE.has(String(code))) return undefined;
  return new AppError('DATABASE_UNAVAILABLE', 'The database cannot be reached at the moment.', { cause: error, retryAfterSeconds: 5 });
}

function asAppError400(error: unknown): AppError {
  const [code, message] = REFUSALS[400]!;
  return new AppError(code, message, { cause: error });
}

function statusOf(error: unknown): { status: number; type?: string } {
  if (error instanceof HttpException) return { status: error.getStatus() };
  // errors of http-errors, which Express and body-parser throw, say by `expose` that they are the client's
  const { status, expose, type } = (error ?? {}) as { status?: unknown; expose?: unknown; type?: unknown };
  return { status: expose === true && typeof status === 'number' ? status : 500, ...(typeof type === 'string' && { type }) };
}
