import { Queue, UnrecoverableError } from 'bullmq';
import { describeWithRedis, startRedis, type TestRedis } from '../../../../test/support/redis';
import { parseConfig } from '../config/config';
import { AppError } from '../errors/app-error';
import { createLogger } from '../observability/logger';
import { asJobOutcome } from './job-outcome';
import { jobWorker } from './job-worker';

describe('asJobOutcome', () => {
  it('ends a job for good whose error waiting cannot mend, and leaves others to be tried again', async () => {
    const failing = (error: Error) => asJobOutcome(() => Promise.reject(error));
    await expect(failing(new AppError('DOCUMENT_EMPTY', 'nothing in it'))).rejects.toBeInstanceOf(UnrecoverableError);
    const down = new AppError('VECTOR_STORE_UNAVAILABLE', 'down');
    await expect(failing(down)).rejects.toBe(down);
    await expect(asJobOutcome(() => Promise.resolve())).resolves.toBeUndefined();
  });
});

describeWithRedis('asJobOutcome in a worker', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  it('rests the whole queue for as long as an error says, and spends no attempt', async () => {
    const config = parseConfig({ REDIS_URL: redis.url, REDIS_TASK_DB: '0', QUEUE_CONCURRENCY: '1' });
    const JobWorker = jobWorker(config, createLogger('silent'));
    const queue = new Queue('resting', { connection: { url: redis.url } });
    const starts: { name: string; at: number; attempts: number }[] = [];
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const worker = new JobWorker('resting', async (job) => {
      starts.push({ name: job.name, at: performance.now(), attempts: job.attemptsMade });
      const work = async () => {
        if (starts.length <= 2) throw new AppError('EMBEDDING_UNAVAILABLE', 'loading', { retryAfterSeconds: 1 });
      };
      await asJobOutcome(work, worker);
      if (starts.length === 4) resolve();
    });
    await queue.addBulk(['a', 'b'].map((name) => ({ name, data: {}, opts: { attempts: 1 } })));

    await done;
    const gaps = starts.slice(1).map(({ at }, i) => at - starts[i]!.at);
    expect(gaps[0]).toBeGreaterThan(900);
    expect(gaps[1]).toBeGreaterThan(900);
    expect(gaps[2]).toBeLessThan(900);
    expect(starts.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0]);
    expect(new Set(starts.slice(2).map(({ name }) => name))).toEqual(new Set(['a', 'b']));
    await worker.close();
    expect(await queue.getJobCounts('failed', 'completed')).toEqual({ failed: 0, completed: 2 });
    await queue.close();
  });
});
