import { json, type NextFunction, type Request, type Response } from 'express';
import { AppError } from '@lectern/platform';

/** Stands in `request.body` for a body that is there and was not read, as its content type is not JSON. */
export const UNREAD_BODY = Symbol('a body that is not JSON');

const MAX_BYTES = 1024 * 1024;

/**
 * Reads JSON bodies, and those only: other content types stay on the wire for the route that takes them (uploads), and `DtoPipe`
 * refuses them elsewhere. A missing or empty body is `{}`.
 */
export function jsonBody() {
  // not strict: a top-level string or number is well-formed JSON, and the pipe says better what is wrong with it
  const parse = json({ limit: MAX_BYTES, type: 'application/json', strict: false });
  return (request: Request, response: Response, next: NextFunction) => {
    if (!hasBody(request)) request.body = {};
    else if (!request.is('application/json')) request.body = UNREAD_BODY;
    else return parse(request, response, within(request, response, next));
    next();
  };
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** `next`, called once: by the parser, or at the request's deadline when the body trickles. */
function within(request: Request, response: Response, next: NextFunction): NextFunction {
  let called = false;
  const once = (error?: unknown) => {
    if (called) return;
    called = true;
    clearTimeout(timer);
    next(error);
  };
  const timer = setTimeout(() => {
    response.setHeader('Connection', 'close');
    once(new AppError('DEADLINE_EXCEEDED', 'The body did not arrive in time.'));
  }, request.timeoutMs);
  return once as NextFunction;
}
