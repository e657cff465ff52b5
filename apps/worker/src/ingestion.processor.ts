import { IngestionService, ingestDocument } from '@lectern/ingestion';
import { asJobOutcome } from '@lectern/platform';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { orNever } from './job-signal';

@Processor(ingestDocument.queue)
export class IngestionProcessor extends WorkerHost {
  constructor(private readonly ingestion: IngestionService) {
    super();
  }

  // three plain parameters: with a default or a rest parameter BullMQ passes no signal
  async process(job: Job, _token?: string, signal?: AbortSignal): Promise<void> {
    await asJobOutcome(() => this.ingestion.ingest(ingestDocument.parse(job.data), orNever(signal)));
  }
}
