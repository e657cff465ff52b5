import { Logger, NestLogger, runApp } from '@lectern/platform';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ApiModule } from './api.module';
import { configureHttp } from './http/configure-http';

/** Balancers ask for readiness every second or few; a person who stops a development server should not have to wait for that. */
const NOTICE_MS = { production: 5_000, development: 300 };

runApp(async ({ http, production }, bootLogger) => {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule, {
    logger: new NestLogger(bootLogger),
    bodyParser: false,
    abortOnError: false,
  });
  const answers = configureHttp(app);
  await app.listen(http.port, http.host);
  app.get(Logger).info({ host: http.host, port: http.port }, 'The API listens');
  return {
    async stop() {
      const noticeMs = Math.min(production ? NOTICE_MS.production : NOTICE_MS.development, http.shutdownGraceMs / 4);
      await answers.stop(app.getHttpServer(), { graceMs: http.shutdownGraceMs, noticeMs });
      await app.close();
    },
  };
});
