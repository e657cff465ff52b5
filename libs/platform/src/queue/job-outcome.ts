import { UnrecoverableError, Worker } from 'bullmq';
import { toAppError } from '../errors/app-error';

/** A queue that rests longer asks again in between. */
const LONGEST_REST_SECONDS = 300;

/**
 * Runs the work of a job; an error that waiting cannot mend is not tried again.
 * @param worker rests where the error says for how long: what one job lacks, the others of its queue lack too. The job goes back to its queue, and no attempt is spent
 */
export async function asJobOutcome(work: () => Promise<void>, worker?: Worker): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { code, message, retryable, retryAfterSeconds } = toAppError(error);
    if (!retryable) throw new UnrecoverableError(`${code}: ${message}`);
    if (!worker || retryAfterSeconds === undefined) throw error;
    await worker.rateLimit(Math.min(retryAfterSeconds, LONGEST_REST_SECONDS) * 1000);
    throw Worker.RateLimitError();
  }
}
