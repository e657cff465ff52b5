import {
  AppErrorFilter,
  beginRequest,
  ConfigError,
  createLogger,
  jobWorker,
  loadConfig,
  Logger,
  NestLogger,
  Readiness,
} from '@lectern/platform';
import { BullModule } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import { EmbeddingProcessor } from './embedding.processor';
import { IngestionProcessor } from './ingestion.processor';
import { handOverJobs } from './job-handover';
import { MaintenanceProcessor } from './maintenance.processor';
import { WorkerModule } from './worker.module';

/** Left of the grace period for closing the database and the connections to Redis. */
const CLOSING_MS = 1_500;

async function main(): Promise<void> {
  const config = loadConfig();
  const bootLogger = createLogger('worker', config.logLevel);
  // before the modules are made: @nestjs/bullmq asks for the class then
  BullModule.workerClass = jobWorker(config, bootLogger);
  const app = await NestFactory.create(WorkerModule, { logger: new NestLogger(bootLogger), abortOnError: false });
  const logger = app.get(Logger);
  app.use(beginRequest(config.http.requestTimeoutMs));
  app.useGlobalFilters(new AppErrorFilter(logger));
  await app.listen(config.http.workerPort, config.http.host);
  logger.info({ port: config.http.workerPort, concurrency: config.queue.concurrency }, 'The worker takes jobs');

  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'The worker stops');
    app.get(Readiness).drain();
    setTimeout(() => process.exit(0), config.http.shutdownGraceMs).unref();
    await handOverJobs(
      [app.get(IngestionProcessor), app.get(EmbeddingProcessor), app.get(MaintenanceProcessor)],
      config.http.shutdownGraceMs - CLOSING_MS,
    );
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  // started by `npm start`: ends with it, even when it was killed
  if (process.send) process.once('disconnect', () => void stop('its supervisor is gone'));
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : `The worker could not start: ${error instanceof Error ? error.stack : String(error)}`}\n`,
  );
  process.exit(1);
});
