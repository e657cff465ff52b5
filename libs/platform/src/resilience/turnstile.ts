import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import { untilAborted } from './until-aborted';

/**
 * Lets so many pieces of work in at once, first come first served: work on the event loop that takes turns with itself a hundred times
 * over is as slow for each as for all, holds as much memory, and lets nobody else in between.
 */
export class Turnstile {
  private readonly policy: BulkheadPolicy;

  constructor(atOnce: number) {
    this.policy = bulkhead(atOnce, Infinity);
  }

  /** @throws the signal's reason as soon as it is aborted, in the queue too; what `work` throws */
  run<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    const admitted = this.policy.execute(() => {
      signal.throwIfAborted();
      return work();
    });
    return untilAborted(admitted, signal);
  }
}
