import { Database, JobQueue, Logger, type DocumentId, type TenantId } from '@lectern/platform';
import { VectorStore, type StoredDocument } from '@lectern/retrieval';
import { Injectable } from '@nestjs/common';
import { embedBatch } from './ingestion.jobs';

type ReadyDocument = { id: string; tenantId: string; generation: number; chunks: number };

/** Points of no document go; a ready document that misses points is indexed again from its rows, without its file. */
@Injectable()
export class PointComparison {
  constructor(
    private readonly database: Database,
    private readonly vectors: VectorStore,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async compare(signal: AbortSignal): Promise<void> {
    // rows first: what is ready now has all its points in a listing that is made later
    const ready = await this.database.document.findMany({
      where: { status: 'ready' },
      select: { id: true, tenantId: true, generation: true, chunks: true },
    });
    const stored = Map.groupBy(await this.vectors.documents(signal), ({ documentId }) => documentId as string);
    for (const document of ready) {
      signal.throwIfAborted();
      await this.compareReady(document, stored.get(document.id) ?? [], signal);
      stored.delete(document.id);
    }
    for (const [id, points] of stored) {
      signal.throwIfAborted();
      await this.dropStrangers(id as DocumentId, points[0]!.tenant, signal);
    }
  }

  private async compareReady(
    { id, tenantId, generation, chunks }: ReadyDocument,
    points: readonly StoredDocument[],
    signal: AbortSignal,
  ): Promise<void> {
    const current = points.find((entry) => entry.generation === generation);
    if (points.length > (current ? 1 : 0))
      await this.vectors.deleteDocument(tenantId as TenantId, id as DocumentId, { keepGeneration: generation }, signal);
    if (current?.chunk === chunks) return;
    const batches = await this.database.embeddingBatch.findMany({ where: { documentId: id, generation }, select: { n: true } });
    await this.database.embeddingBatch.updateMany({ where: { documentId: id, generation }, data: { doneAt: null, attempts: 0 } });
    await this.queue.enqueue(
      embedBatch,
      batches.map(({ n }) => ({ documentId: id, generation, batch: n })),
    );
    this.logger.warn(
      { documentId: id, generation, chunks, points: current?.chunk ?? 0 },
      'A ready document missed points and is indexed again from its rows',
    );
  }

  private async dropStrangers(id: DocumentId, tenant: TenantId, signal: AbortSignal): Promise<void> {
    const row = await this.database.document.findUnique({ where: { id }, select: { status: true } });
    if (row && ['queued', 'processing', 'ready'].includes(row.status)) return;
    const { chunk, passage } = await this.vectors.deleteDocument(tenant, id, {}, signal);
    if (chunk + passage > 0) this.logger.warn({ documentId: id, points: chunk + passage }, 'Points of no document were removed');
  }
}
