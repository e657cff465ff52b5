import { Reconciler, reconcile } from '@lectern/ingestion';
import { asJobOutcome } from '@lectern/platform';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { orNever } from './job-signal';

@Processor(reconcile.queue)
export class MaintenanceProcessor extends WorkerHost {
  constructor(private readonly reconciler: Reconciler) {
    super();
  }

  // three plain parameters: see IngestionProcessor
  async process(job: Job, _token?: string, signal?: AbortSignal): Promise<void> {
    reconcile.parse(job.data);
    await asJobOutcome(() => this.reconciler.run(orNever(signal)));
  }
}
