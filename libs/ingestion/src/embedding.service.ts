import { EmbeddingProvider } from '@lectern/embedding';
import { AppConfig, AppError, Database, raiseEpoch, toAppError, type DocumentId, type TenantId } from '@lectern/platform';
import { VectorStore } from '@lectern/retrieval';
import { Injectable } from '@nestjs/common';
import { DocumentFailures } from './document-failures';
import { deleteRows } from './document-rows';
import { interruptedTooOften, MAX_STARTS, PARSED_PROGRESS } from './document-state';
import { pointsOf } from './index-points';
import { unitsOf } from './index-units';

interface BatchKey {
  documentId: DocumentId;
  generation: number;
  n: number;
}

/**
 * Turns a batch of chunk rows into points. Done twice it is done once: the ids of the points are made from document, generation, kind and index. Who
 * finishes the last batch makes the document `ready`, in one statement that looks for an unfinished one.
 */
@Injectable()
export class EmbeddingService {
  constructor(
    private readonly database: Database,
    private readonly provider: EmbeddingProvider,
    private readonly vectors: VectorStore,
    private readonly failures: DocumentFailures,
    private readonly config: AppConfig,
  ) {}

  /** @throws AppError a retryable one, when another attempt may succeed */
  async embed(payload: { documentId: string; generation: number; batch: number }, signal: AbortSignal): Promise<void> {
    const key = { documentId: payload.documentId as DocumentId, generation: payload.generation, n: payload.batch };
    const batch = await this.begin(key, signal);
    if (!batch) return;
    try {
      if (!batch.doneAt) await this.index(batch.tenant, key, batch, signal);
      await this.finishDocument(batch.tenant, key, signal);
    } catch (error) {
      if (signal.aborted || isToldToWait(error)) {
        await this.database.embeddingBatch.updateMany({ where: key, data: { attempts: { decrement: 1 } } });
        throw error;
      }
      await this.failures.afterAttempt({ ...key, tenant: batch.tenant }, toAppError(error), signal);
    }
  }

  /** Makes the document ready if no batch is left. @returns whether it did */
  async finishDocument(tenant: TenantId, { documentId, generation }: Omit<BatchKey, 'n'>, signal: AbortSignal): Promise<boolean> {
    const ready = await this.database.$transaction(async (tx) => {
      const { count } = await tx.document.updateMany({
        where: {
          id: documentId,
          generation,
          status: 'processing',
          stage: { in: ['embedding', 'indexing'] },
          batches: { none: { generation, doneAt: null } },
        },
        data: { status: 'ready', stage: 'done', progress: 1, errorCode: null, errorMessage: null },
      });
      if (count > 0) await raiseEpoch(tx, tenant);
      return count > 0;
    });
    if (!ready) return false;
    await deleteRows(this.database, documentId, generation);
    await this.vectors.deleteDocument(tenant, documentId, { keepGeneration: generation }, signal);
    return true;
  }

  private async begin(key: BatchKey, signal: AbortSignal) {
    const row = await this.database.embeddingBatch.findUnique({ where: { documentId_generation_n: key }, include: { document: true } });
    if (!row || row.document.generation !== key.generation || !['processing', 'ready'].includes(row.document.status)) return undefined;
    const tenant = row.document.tenantId as TenantId;
    if (row.attempts >= MAX_STARTS) {
      await this.failures.fail({ ...key, tenant }, interruptedTooOften(), signal);
      return undefined;
    }
    await this.database.embeddingBatch.updateMany({ where: key, data: { attempts: { increment: 1 } } });
    return { ...row, tenant };
  }

  private async index(
    tenant: TenantId,
    key: BatchKey,
    { firstChunk, lastChunk }: { firstChunk: number; lastChunk: number },
    signal: AbortSignal,
  ): Promise<void> {
    const units = await unitsOf(this.database, { ...key, firstChunk, lastChunk });
    const points = await pointsOf(this.provider, key, units, this.config.embedding.batchSize, signal);
    await this.vectors.upsert(tenant, points, signal);
    if (await this.markDone(key)) return;
    // deleted, or begun anew, while the points were written: they are nobody's
    const document = await this.database.document.findUnique({ where: { id: key.documentId }, select: { generation: true, status: true } });
    const current = document && document.status !== 'deleted' && document.status !== 'failed' ? document.generation : undefined;
    if (current !== key.generation) await this.vectors.deleteDocument(tenant, key.documentId, { keepGeneration: current }, signal);
  }

  /** Whether the batch is done and still wanted. */
  private async markDone(key: BatchKey): Promise<boolean> {
    const { documentId, generation } = key;
    return this.database.$transaction(async (tx) => {
      const { count } = await tx.embeddingBatch.updateMany({
        where: { ...key, document: { generation, status: { in: ['processing', 'ready'] } } },
        data: { doneAt: new Date() },
      });
      if (count === 0) return false;
      const total = await tx.embeddingBatch.count({ where: { documentId, generation } });
      const done = await tx.embeddingBatch.count({ where: { documentId, generation, doneAt: { not: null } } });
      const progress = PARSED_PROGRESS + (0.99 - PARSED_PROGRESS) * (done / total);
      await tx.document.updateMany({
        where: { id: documentId, status: 'processing' },
        data: { progress, stage: done === total ? 'indexing' : 'embedding' },
      });
      return true;
    });
  }
}

/** A service that says when it is there again: a document waits for it, however long that takes. */
function isToldToWait(error: unknown): boolean {
  return error instanceof AppError && error.code === 'EMBEDDING_UNAVAILABLE' && error.retryAfterSeconds !== undefined;
}
