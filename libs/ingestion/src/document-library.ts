import { AppError, BlobStore, Database, JobQueue, Logger, raiseEpoch, type DocumentId, type Span, type TenantId } from '@lectern/platform';
import { VectorStore } from '@lectern/retrieval';
import { Injectable } from '@nestjs/common';
import { deleteRows } from './document-rows';
import { VISIBLE_STATUSES } from './document-state';
import type { DocumentRow } from './document-row';
import { ingestDocument } from './ingestion.jobs';

/** The most text that one call gives, in UTF-16 units. */
export const MAX_SLICE = 1_000_000;

export interface DeletionReceipt {
  id: string;
  deleted: { chunks: number; vectors: number; files: number; questionSets: number };
  /** What is left of the document anywhere: 0. */
  remaining: number;
}

const notFound = () => new AppError('NOT_FOUND', 'There is no document with this id.');

/** A tenant's documents, as they are seen from outside. Another tenant's document is not there. */
@Injectable()
export class DocumentLibrary {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly vectors: VectorStore,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  /** Newest first. @param before the id that the last page ended with */
  async list(
    tenant: TenantId,
    page: { limit: number; before?: string; status?: (typeof VISIBLE_STATUSES)[number] },
  ): Promise<{ documents: DocumentRow[]; next: string | null }> {
    const rows = await this.database.document.findMany({
      where: { tenantId: tenant, status: page.status ?? { in: [...VISIBLE_STATUSES] }, ...(page.before && { id: { lt: page.before } }) },
      orderBy: { id: 'desc' },
      take: page.limit + 1,
    });
    const documents = rows.slice(0, page.limit);
    return { documents, next: rows.length > page.limit ? documents.at(-1)!.id : null };
  }

  /** @throws AppError `NOT_FOUND` */
  async get(tenant: TenantId, id: string): Promise<DocumentRow> {
    const row = await this.database.document.findFirst({ where: { id, tenantId: tenant, status: { in: [...VISIBLE_STATUSES] } } });
    if (!row) throw notFound();
    return row;
  }

  /** The slice `[start, end)` of the extracted text, clamped to it. @throws AppError `NOT_FOUND`, `DOCUMENT_NOT_READY` */
  async text(tenant: TenantId, id: string, { start, end }: Span): Promise<Span & { text: string }> {
    const row = await this.get(tenant, id);
    if (row.status !== 'ready')
      throw new AppError('DOCUMENT_NOT_READY', `The document is ${row.status}; its text can be read when it is ready.`);
    const from = Math.min(start, row.textLength);
    const to = Math.min(end, row.textLength);
    const segments = await this.database.textSegment.findMany({
      where: { documentId: id, generation: row.generation, start: { lt: to }, end: { gt: from } },
      orderBy: { index: 'asc' },
    });
    const base = segments[0]?.start ?? from;
    const joined = segments.map((segment) => segment.text).join('');
    return { start: from, end: to, text: joined.slice(from - base, to - base) };
  }

  /** Starts a failed document anew. @throws AppError `NOT_FOUND`, `CONFLICT` where it has not failed */
  async retry(tenant: TenantId, id: string): Promise<DocumentRow> {
    const { status } = await this.get(tenant, id);
    const { count } = await this.database.document.updateMany({
      where: { id, tenantId: tenant, status: 'failed' },
      data: {
        status: 'queued',
        stage: 'stored',
        progress: 0,
        errorCode: null,
        errorMessage: null,
        attempts: 0,
        run: null,
        generation: { increment: 1 },
      },
    });
    if (count === 0) throw new AppError('CONFLICT', `Only a failed document can be tried again; this one is ${status}.`);
    const row = await this.get(tenant, id);
    await this.enqueue(row);
    return row;
  }

  /**
   * Deletes a document and everything that was made from it. When the first transaction has been committed it is gone for every reader; a crash after that leaves a
   * tombstone, which the reconciler takes away.
   * @throws AppError `NOT_FOUND`
   */
  async delete(tenant: TenantId, id: string, signal: AbortSignal): Promise<DeletionReceipt> {
    const questionSets = await this.database.$transaction(async (tx) => {
      const { count } = await tx.document.updateMany({
        where: { id, tenantId: tenant, status: { in: [...VISIBLE_STATUSES] } },
        // the bytes may come back as a new document, and whatever still works on this one finds its generation gone
        data: { status: 'deleted', sha256: `deleted:${id}`, run: null, generation: { increment: 1 } },
      });
      if (count === 0) throw notFound();
      await raiseEpoch(tx, tenant);
      return (await tx.questionSet.deleteMany({ where: { tenantId: tenant, documents: { some: { documentId: id } } } })).count;
    });
    const removed = await this.remove(tenant, id as DocumentId, signal);
    const left = await this.remove(tenant, id as DocumentId, signal);
    return { id, deleted: { ...removed, questionSets }, remaining: left.chunks + left.vectors + left.files };
  }

  /** Removes what a deleted document left, and counts it: a second call that counts nothing proves the first. */
  async remove(tenant: TenantId, id: DocumentId, signal: AbortSignal): Promise<{ chunks: number; vectors: number; files: number }> {
    const chunks = await deleteRows(this.database, id);
    const points = await this.vectors.deleteDocument(tenant, id, {}, signal);
    const files = (await this.blobs.delete(id)) ? 1 : 0;
    return { chunks, vectors: points.chunk + points.passage, files };
  }

  /** Puts a stored document on its queue; where that fails the reconciler does it. */
  async enqueue({ id, generation }: DocumentRow): Promise<void> {
    await this.queue.enqueue(ingestDocument, [{ documentId: id, generation }]).catch((error: unknown) => {
      this.logger.warn({ documentId: id, error }, 'A document waits in the database: its job could not be enqueued');
    });
  }
}
