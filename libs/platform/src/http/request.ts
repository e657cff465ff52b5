import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../errors/app-error';
import { Budget } from '../resilience/budget';
import { requestIdOf } from './request-id';

declare module 'express-serve-static-core' {
  interface Request {
    /** The client's `X-Request-Id` where it was sane, else a new one; every log line and error names it. */
    requestId: string;
    /** `performance.now()` of its arrival. */
    startedAt: number;
    /** When its deadline is, measured from `startedAt`. */
    timeoutMs: number;
    budget?: Budget;
  }
}

/** What every request gets first, whatever becomes of it. */
export function beginRequest(timeoutMs: number) {
  return (request: Request, response: Response, next: NextFunction) => {
    request.requestId = requestIdOf(request.headers['x-request-id']);
    request.startedAt = performance.now();
    request.timeoutMs = timeoutMs;
    response.setHeader('X-Request-Id', request.requestId);
    next();
  };
}

/** The request's budget, made when it is first asked for: most requests never wait for anything. */
export function budgetOf(request: Request): Budget {
  if (request.budget) return request.budget;
  const budget = new Budget(request.timeoutMs - (performance.now() - request.startedAt));
  const response = request.res!;
  response.once('close', () => {
    if (response.writableFinished) budget.release();
    else budget.abort(new AppError('CLIENT_CLOSED_REQUEST', 'The client went away before the answer was ready.'));
  });
  request.budget = budget;
  return budget;
}
