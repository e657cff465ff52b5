import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkerHost } from '@nestjs/bullmq';

/**
 * Stops taking jobs and hands back those that run: their signals are aborted, they undo what they counted and go back to their queue for another worker.
 * @param graceMs after this, what still runs is left to the stalled check of the others
 */
export async function handOverJobs(processors: readonly WorkerHost[], graceMs: number): Promise<void> {
  const closed = processors.map(async ({ worker }) => {
    await worker.pause(true);
    worker.cancelAllJobs('the worker stops');
    await worker.close();
  });
  await Promise.race([Promise.allSettled(closed), sleep(graceMs, undefined, { ref: false })]);
}
