import { EmbeddingService, embedBatch } from '@lectern/ingestion';
import { asJobOutcome } from '@lectern/platform';
import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { orNever } from './job-signal';

@Processor(embedBatch.queue)
export class EmbeddingProcessor extends WorkerHost {
  constructor(private readonly embedding: EmbeddingService) {
    super();
  }

  // three plain parameters: see IngestionProcessor
  async process(job: Job, _token?: string, signal?: AbortSignal): Promise<void> {
    await asJobOutcome(() => this.embedding.embed(embedBatch.parse(job.data), orNever(signal)), this.worker);
  }
}
