import type { NestExpressApplication } from '@nestjs/platform-express';
import { RateLimiter } from '@lectern/caching';
import { AppConfig, AppErrorFilter, beginRequest, Logger, Metrics, Readiness } from '@lectern/platform';
import { mountQueueBoard } from '../admin/queue-board';
import { serveDocs } from '../docs/serve-docs';
import { observeRequests } from './access-log';
import { DtoPipe } from './dto.pipe';
import { OpenAnswers } from './graceful-stop';
import { jsonBody } from './json-body';
import { limitAddresses, TenantLimitInterceptor } from './rate-limits';
import { securityHeaders } from './security-headers';

/** Headers of ours that scripts of other origins may read. */
const EXPOSED_HEADERS = [
  'X-Request-Id',
  'X-Cache',
  'X-Fallback-Used',
  'X-Degraded',
  'X-Questions-Delivered',
  'X-Question-Set',
  'Retry-After',
];

/** A connection that a balancer keeps open is closed later than by the balancer itself (60 s is common). */
const KEEP_ALIVE_MS = 65_000;
const HEADERS_MS = 10_000;
/** The longest upload: 100 MB at 3 Mbit/s. JSON bodies have the deadline of their request. */
const WHOLE_REQUEST_MS = 300_000;

/** Everything around a route, in the order in which a request meets it. */
export function configureHttp(app: NestExpressApplication): OpenAnswers {
  const [config, logger, metrics, limiter] = [app.get(AppConfig), app.get(Logger), app.get(Metrics), app.get(RateLimiter)];
  const answers = new OpenAnswers(app.get(Readiness));
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('trust proxy', config.http.trustProxy);
  app.use(beginRequest(config.http.requestTimeoutMs), answers.middleware, observeRequests(logger, metrics), securityHeaders);
  if (config.http.corsOrigins.length > 0) app.enableCors({ origin: config.http.corsOrigins, exposedHeaders: EXPOSED_HEADERS, maxAge: 600 });
  app.use(limitAddresses(limiter, config));
  mountQueueBoard(app);
  serveDocs(app);
  app.use(jsonBody());
  app.useGlobalFilters(new AppErrorFilter(logger));
  app.useGlobalPipes(new DtoPipe());
  app.useGlobalInterceptors(new TenantLimitInterceptor(limiter, config));

  const server = app.getHttpServer();
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = WHOLE_REQUEST_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return answers;
}
