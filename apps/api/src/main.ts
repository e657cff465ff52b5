import { ConfigError, createLogger, loadConfig, Logger, NestLogger } from '@lectern/platform';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module';
import { configureHttp } from './http/configure-http';

/** Balancers ask for readiness every second or few; a person who stops a development server should not have to wait for that. */
const NOTICE_MS = { production: 5_000, development: 300 };

async function main(): Promise<void> {
  const config = loadConfig();
  const { host, port, shutdownGraceMs } = config.http;
  const app = await NestFactory.create<NestExpressApplication>(ApiModule, {
    logger: new NestLogger(createLogger('api', config.logLevel)),
    bodyParser: false,
    abortOnError: false,
  });
  const answers = configureHttp(app);
  const logger = app.get(Logger);
  await app.listen(port, host);
  logger.info({ host, port }, 'The API listens');

  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'The API stops');
    setTimeout(() => process.exit(0), shutdownGraceMs).unref();
    const noticeMs = Math.min(config.production ? NOTICE_MS.production : NOTICE_MS.development, shutdownGraceMs / 4);
    await answers.stop(app.getHttpServer(), { graceMs: shutdownGraceMs, noticeMs });
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  // started by `npm start`: ends with it, even when it was killed
  if (process.send) process.once('disconnect', () => void stop('its supervisor is gone'));
}

main().catch((error: unknown) => {
  const words =
    error instanceof ConfigError ? error.message : `The API could not start: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`${words}\n`);
  process.exit(1);
});
