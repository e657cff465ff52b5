import { BlobStore, Database, JobQueue, Logger, type DocumentId, type TenantId } from '@lectern/platform';
import { VectorStore } from '@lectern/retrieval';
import { Injectable } from '@nestjs/common';
import { deleteRows } from './document-rows';
import { DocumentLibrary } from './document-library';
import type { DocumentRow } from './document-row';
import { PARSING_STAGES } from './document-state';
import { EmbeddingService } from './embedding.service';
import { embedBatch, ingestDocument } from './ingestion.jobs';

/** Longer than whatever was under way when a document was deleted can still write. */
const TOMBSTONE_MS = 2 * 60_000;

/** Longer than an upload's transaction, and than one that stopped writing may still come back. */
const ORPHAN_FILE_MS = 2 * 60_000;
const ABANDONED_UPLOAD_MS = 60 * 60_000;

const IDEMPOTENCY_MS = 24 * 3_600_000;

/** Documents a pass: the next pass takes the next ones. */
const PASS_LIMIT = 1_000;

/**
 * Makes true what the rows say. Queues, vectors and files follow the database, and any of them may have been lost or left behind by a crash: each pass compares them, puts
 * missing jobs back and takes away what belongs to nobody. Every step is harmless when repeated, and when two workers take it at once.
 */
@Injectable()
export class Reconciler {
  constructor(
    private readonly database: Database,
    private readonly stores: ReconciledStores,
    private readonly queue: JobQueue,
    private readonly library: DocumentLibrary,
    private readonly embedding: EmbeddingService,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    await this.revive(signal);
    await this.purge(signal);
    await this.compareVectors(signal);
    await this.sweepFiles(signal);
    await this.expire();
  }

  /** Unfinished documents without a live job get one. */
  private async revive(signal: AbortSignal): Promise<void> {
    const unfinished = await this.database.document.findMany({
      where: { status: { in: ['queued', 'processing'] } },
      orderBy: { updatedAt: 'asc' },
      take: PASS_LIMIT,
    });
    for (const document of unfinished) {
      signal.throwIfAborted();
      await ((PARSING_STAGES as readonly string[]).includes(document.stage)
        ? this.reviveIngestion(document)
        : this.reviveEmbedding(document, signal));
    }
  }

  private async reviveIngestion({ id, generation }: DocumentRow): Promise<void> {
    await this.queue.enqueue(ingestDocument, [{ documentId: id, generation }]);
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

  /** Tombstones go when a whole period has passed in which nothing of the document came back. */
  private async purge(signal: AbortSignal): Promise<void> {
    const tombstones = await this.database.document.findMany({
      where: { status: 'deleted' },
      orderBy: { updatedAt: 'asc' },
      take: PASS_LIMIT,
    });
    for (const { id, tenantId, updatedAt } of tombstones) {
      signal.throwIfAborted();
      const back = await this.library.remove(tenantId as TenantId, id as DocumentId, signal);
      if (back.chunks + back.vectors + back.files > 0) await this.database.document.update({ where: { id }, data: { status: 'deleted' } });
      else if (Date.now() - updatedAt.getTime() > TOMBSTONE_MS) await this.database.document.delete({ where: { id } });
    }
  }

  /** Points of no document go; a ready document that misses points is indexed again from its rows, without its file. */
  private async compareVectors(signal: AbortSignal): Promise<void> {
    // rows first: what is ready now has all its points in a listing that is made later
    const rows = await this.database.document.findMany({
      where: { status: 'ready' },
      select: { id: true, tenantId: true, generation: true, chunks: true },
    });
    const stored = Map.groupBy(await this.stores.vectors.documents(signal), ({ documentId }) => documentId as string);
    const ready = new Set(rows.map(({ id }) => id));
    for (const [id, points] of stored) {
      signal.throwIfAborted();
      if (!ready.has(id)) await this.dropStrangers(id, points[0]!.tenant, signal);
    }
    for (const { id, generation, chunks, tenantId } of rows) {
      signal.throwIfAborted();
      const points = stored.get(id) ?? [];
      const current = points.find((entry) => entry.generation === generation);
      if (points.length > (current ? 1 : 0))
        await this.stores.vectors.deleteDocument(tenantId as TenantId, id as DocumentId, { keepGeneration: generation }, signal);
      if (current?.chunk !== chunks) await this.reindex(id, generation);
    }
  }

  private async dropStrangers(id: string, tenant: TenantId, signal: AbortSignal): Promise<void> {
    const row = await this.database.document.findUnique({ where: { id }, select: { status: true } });
    if (row?.status === 'processing' || row?.status === 'queued' || row?.status === 'ready') return;
    const { chunk, passage } = await this.stores.vectors.deleteDocument(tenant, id as DocumentId, {}, signal);
    if (chunk + passage > 0) this.stores.logger.warn({ documentId: id, points: chunk + passage }, 'Points of no document were removed');
  }

  private async reindex(documentId: string, generation: number): Promise<void> {
    const batches = await this.database.embeddingBatch.findMany({ where: { documentId, generation }, select: { n: true } });
    await this.database.embeddingBatch.updateMany({ where: { documentId, generation }, data: { doneAt: null, attempts: 0 } });
    await this.queue.enqueue(
      embedBatch,
      batches.map(({ n }) => ({ documentId, generation, batch: n })),
    );
    this.stores.logger.warn({ documentId, generation }, 'A ready document missed points and is indexed again from its rows');
  }

  private async sweepFiles(signal: AbortSignal): Promise<void> {
    for await (const key of this.stores.blobs.keys(ORPHAN_FILE_MS)) {
      signal.throwIfAborted();
      if (!(await this.database.document.findUnique({ where: { id: key }, select: { id: true } }))) await this.stores.blobs.delete(key);
    }
    await this.stores.blobs.sweep(ABANDONED_UPLOAD_MS);
  }

  private async expire(): Promise<void> {
    await this.database.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - IDEMPOTENCY_MS) } } });
    await this.database.token.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    const settled = await this.database.document.findMany({
      where: { status: 'failed', rows: { some: {} } },
      select: { id: true },
      take: PASS_LIMIT,
    });
    for (const { id } of settled) await deleteRows(this.database, id);
  }
}

/** What is compared with the rows. */
@Injectable()
export class ReconciledStores {
  constructor(
    readonly vectors: VectorStore,
    readonly blobs: BlobStore,
    readonly logger: Logger,
  ) {}
}
