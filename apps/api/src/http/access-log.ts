import type { NextFunction, Request, Response } from 'express';
import type { Logger, Metrics } from '@lectern/platform';

/** Seconds: from a cached answer to the deadline. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** Asked for every second or so by machines: their lines would hide the others. */
const QUIET = /^\/(health|metrics)(\/|$)/;

/** One line and one observation for each request, when its answer is sent or nobody waits for it any more. */
export function observeRequests(logger: Logger, metrics: Metrics) {
  const seconds = metrics.histogram(
    'http_request_seconds',
    'Time from the arrival of a request to the end of its answer',
    ['method', 'route', 'status'],
    BUCKETS,
  );
  const open = metrics.gauge('http_requests_open', 'Requests that are being answered');
  return (request: Request, response: Response, next: NextFunction) => {
    open.inc();
    response.once('close', () => {
      open.dec();
      const ms = performance.now() - request.startedAt;
      const status = response.writableFinished ? response.statusCode : 499;
      const { method, requestId } = request;
      const route = routeOf(request);
      seconds.observe({ method, route, status: String(status) }, ms / 1000);
      const line = {
        requestId,
        method,
        route,
        status,
        ms: Math.round(ms * 10) / 10,
        tenant: request.identity?.tenant,
        cache: response.getHeader('X-Cache'),
      };
      logger[QUIET.test(request.path) ? 'debug' : 'info'](line, 'request');
    });
    next();
  };
}

/** The pattern, never the path: ids in a label would make a metric of every document. */
function routeOf(request: Request): string {
  const pattern = (request.route as { path?: string } | undefined)?.path;
  return pattern ? `${request.baseUrl}${pattern}` : 'none';
}
