import { UnrecoverableError } from 'bullmq';
import { toAppError } from '../errors/app-error';

/** Runs the work of a job; an error that waiting cannot mend is not tried again. */
export async function asJobOutcome(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const known = toAppError(error);
    throw known.retryable ? error : new UnrecoverableError(`${known.code}: ${known.message}`);
  }
}
