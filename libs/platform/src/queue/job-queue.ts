import type { Job, Queue } from 'bullmq';
import { AppError } from '../errors/app-error';
import { inTime } from '../resilience/in-time';
import type { JobDefinition, QueueName } from './job-definition';

/** Redis answers in a millisecond or two; past this it is down, and the reconciler will enqueue what the rows say. */
const REDIS_DEADLINE_MS = 2_000;

/** Finished jobs are kept for Bull Board alone; the database keeps every reason. */
const KEPT_DONE = 100;
const KEPT_FAILED = 1_000;

const LIVE = new Set(['waiting', 'prioritized', 'delayed', 'active', 'waiting-children', 'paused']);

/**
 * Puts jobs on their queues. It promises no delivery: the row in the database was committed before, and the reconciler enqueues again what has
 * no live job.
 */
export class JobQueue {
  constructor(private readonly queues: ReadonlyMap<QueueName, Queue>) {}

  /**
   * Enqueues each payload once; one whose job is live is left alone, a finished job of the same id makes room.
   * @throws AppError `QUEUE_UNAVAILABLE` where Redis gives no answer in time
   */
  async enqueue<Payload>(definition: JobDefinition<Payload>, payloads: readonly Payload[]): Promise<void> {
    const queue = this.queue(definition.queue);
    await this.within(queue, async () => {
      for (const payload of payloads) {
        const known = await queue.getJob(definition.id(payload));
        if (known && !LIVE.has(await known.getState())) await known.remove();
      }
      await queue.addBulk(payloads.map((payload) => this.jobOf(definition, payload)));
    });
  }

  /** What Redis knows of a job; undefined where it knows nothing. @throws AppError `QUEUE_UNAVAILABLE` */
  async find(queueName: QueueName, id: string): Promise<{ state: string; attempts: number } | undefined> {
    const queue = this.queue(queueName);
    return this.within(queue, async () => {
      const job: Job | undefined = await queue.getJob(id);
      return job && { state: await job.getState(), attempts: job.attemptsMade };
    });
  }

  async isLive<Payload>(definition: JobDefinition<Payload>, payload: Payload): Promise<boolean> {
    const found = await this.find(definition.queue, definition.id(payload));
    return found !== undefined && LIVE.has(found.state);
  }

  /** Resolves when Redis answers. @throws AppError `QUEUE_UNAVAILABLE` */
  async ping(): Promise<void> {
    for (const queue of this.queues.values()) await this.within(queue, async () => void (await queue.getJobCounts('active')));
  }

  private jobOf<Payload>(definition: JobDefinition<Payload>, payload: Payload) {
    return {
      name: definition.name,
      data: payload,
      opts: {
        jobId: definition.id(payload),
        attempts: definition.attempts,
        backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
        removeOnComplete: { count: KEPT_DONE },
        removeOnFail: { count: KEPT_FAILED },
      },
    };
  }

  private queue(name: QueueName): Queue {
    return this.queues.get(name)!;
  }

  private async within<Result>(queue: Queue, work: () => Promise<Result>): Promise<Result> {
    try {
      return await inTime(work(), REDIS_DEADLINE_MS);
    } catch (error) {
      throw new AppError('QUEUE_UNAVAILABLE', `The queue ${queue.name} cannot be reached at the moment.`, {
        cause: error,
        retryAfterSeconds: 5,
      });
    }
  }
}
