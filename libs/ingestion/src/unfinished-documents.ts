import { Database, JobQueue, type DocumentId, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import type { DocumentRow } from './document-row';
import { PARSING_STAGES } from './document-state';
import { EmbeddingService } from './embedding.service';
import { embedBatch, ingestDocument } from './ingestion.jobs';

/** Documents a pass, those that were touched longest ago; the next pass takes the next ones. */
const PASS_LIMIT = 1_000;

/** Unfinished documents whose job was never enqueued, or was lost with Redis, get one. */
@Injectable()
export class UnfinishedDocuments {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly embedding: EmbeddingService,
  ) {}

  async revive(signal: AbortSignal): Promise<void> {
    const unfinished = await this.database.document.findMany({
      where: { status: { in: ['queued', 'processing'] } },
      orderBy: { updatedAt: 'asc' },
      take: PASS_LIMIT,
    });
    for (const document of unfinished) {
      signal.throwIfAborted();
      if ((PARSING_STAGES as readonly string[]).includes(document.stage))
        await this.queue.enqueue(ingestDocument, [{ documentId: document.id, generation: document.generation }]);
      else await this.reviveEmbedding(document, signal);
    }
  }

  private async reviveEmbedding({ id, generation, tenantId }: DocumentRow, signal: AbortSignal): Promise<void> {
    const open = await this.database.embeddingBatch.findMany({ where: { documentId: id, generation, doneAt: null }, select: { n: true } });
    if (open.length === 0) {
      await this.embedding.finishDocument(tenantId as TenantId, { documentId: id as DocumentId, generation }, signal);
      return;
    }
    await this.queue.enqueue(
      embedBatch,
      open.map(({ n }) => ({ documentId: id, generation, batch: n })),
    );
  }
}
