import { AppErrorFilter, beginRequest, jobWorker, Logger, NestLogger, Readiness, runApp } from '@lectern/platform';
import { BullModule } from '@nestjs/bullmq';
import { NestFactory } from '@nestjs/core';
import { EmbeddingProcessor } from './embedding.processor';
import { IngestionProcessor } from './ingestion.processor';
import { handOverJobs } from './job-handover';
import { MaintenanceProcessor } from './maintenance.processor';
import { WorkerModule } from './worker.module';

/** Left of the grace period for closing the database and the connections to Redis. */
const CLOSING_MS = 1_500;

runApp(async (config, bootLogger) => {
  // before the modules are made: @nestjs/bullmq asks for the class then
  BullModule.workerClass = jobWorker(config, bootLogger);
  const app = await NestFactory.create(WorkerModule, { logger: new NestLogger(bootLogger), abortOnError: false });
  const logger = app.get(Logger);
  app.use(beginRequest(config.http.requestTimeoutMs));
  app.useGlobalFilters(new AppErrorFilter(logger));
  await app.listen(config.http.workerPort, config.http.host);
  logger.info({ port: config.http.workerPort, concurrency: config.queue.concurrency }, 'The worker takes jobs');
  return {
    async stop() {
      app.get(Readiness).drain();
      const processors = [app.get(IngestionProcessor), app.get(EmbeddingProcessor), app.get(MaintenanceProcessor)];
      await handOverJobs(processors, config.http.shutdownGraceMs - CLOSING_MS);
      await app.close();
    },
  };
});
