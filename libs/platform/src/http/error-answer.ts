import type { Request, Response } from 'express';
import type { AppError } from '../errors/app-error';

/** Answers with the body that every error has, and with nothing that is not in it. */
export function answerError(error: AppError, request: Request, response: Response): void {
  const retryAfter = retryAfterSeconds(error.retryAfterSeconds);
  if (retryAfter !== null) response.setHeader('Retry-After', String(retryAfter));
  if (error.status === 401 && !response.hasHeader('WWW-Authenticate')) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(error.status).json(errorBody(error, request, response));
}

/** The body of every error, the data of an `error` event among them. */
export function errorBody(error: AppError, request: Request, response: Response) {
  return {
    status: 'error',
    message: error.message,
    fallback_used: response.getHeader('X-Fallback-Used') === 'true',
    retry_after: retryAfterSeconds(error.retryAfterSeconds),
    code: error.code,
    request_id: request.requestId,
  };
}

/** Whole seconds, 1 to 300; null where waiting does not help. */
function retryAfterSeconds(seconds: number | undefined): number | null {
  return seconds === undefined || Number.isNaN(seconds) ? null : Math.min(300, Math.max(1, Math.ceil(seconds)));
}
