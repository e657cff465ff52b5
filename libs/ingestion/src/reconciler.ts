import { Logger } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { Leftovers } from './leftovers';
import { PointComparison } from './point-comparison';
import { Tombstones } from './tombstones';
import { UnfinishedDocuments } from './unfinished-documents';

/**
 * Makes true what the rows say. Queues, vectors and files follow the database, and any of them may have been lost or left behind by a crash: a pass compares them, puts missing jobs
 * back and takes away what belongs to nobody. Every step is harmless when repeated, and when two workers take it at once.
 */
@Injectable()
export class Reconciler {
  constructor(
    private readonly unfinished: UnfinishedDocuments,
    private readonly tombstones: Tombstones,
    private readonly points: PointComparison,
    private readonly leftovers: Leftovers,
    private readonly logger: Logger,
  ) {}

  /** One pass; a step that fails does not keep the others from their work. @throws the first error, when all were tried */
  async run(signal: AbortSignal): Promise<void> {
    const steps = {
      unfinished: () => this.unfinished.revive(signal),
      tombstones: () => this.tombstones.purge(signal),
      points: () => this.points.compare(signal),
      leftovers: () => this.leftovers.sweep(signal),
    };
    const errors: unknown[] = [];
    for (const [step, run] of Object.entries(steps)) {
      signal.throwIfAborted();
      await run().catch((error: unknown) => {
        this.logger.warn({ step, error }, 'A step of the reconciliation failed; the next pass tries it again');
        errors.push(error);
      });
    }
    if (errors.length > 0) throw errors[0];
  }
}
