import { Worker, type Processor, type WorkerOptions } from 'bullmq';
import type { AppConfig } from '../config/config';
import type { Logger } from '../observability/logger';

/**
 * The worker class for `BullModule.workerClass`: @nestjs/bullmq takes options from the decorator alone, which is evaluated before the settings are
 * known. A job whose lock is lost is cancelled: its signal is aborted, and its successor works alone.
 */
export function jobWorker({ queue, redis }: AppConfig, logger: Logger): typeof Worker {
  return class JobWorker extends Worker {
    constructor(name: string, processor: Processor, options: WorkerOptions) {
      super(name, processor, {
        ...options,
        connection: { url: redis.queueUrl, maxRetriesPerRequest: null, retryStrategy: (times: number) => Math.min(1_000, times * 100) },
        concurrency: queue.concurrency,
        lockDuration: queue.stalledIntervalMs,
        stalledInterval: queue.stalledIntervalMs,
        // the second stall would fail the job for good; attempts are counted in the row instead
        maxStalledCount: 1_000_000,
        // no limit of its own, but without one a queue that is told to rest does not (see `asJobOutcome`)
        limiter: { max: 1_000_000, duration: 1_000 },
      });
      this.on('error', (error) => logger.debug({ queue: name, error }, 'The queue reported an error'));
      this.on('lockRenewalFailed', (ids) => {
        for (const id of ids) this.cancelJob(id, 'its lock was lost');
      });
      this.on('failed', (job, error) => logger.warn({ queue: name, job: job?.id, reason: error.message }, 'A job failed'));
    }
  } as typeof Worker;
}
