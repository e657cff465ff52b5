import { Database, Logger, type AppError, type DocumentId, type TenantId } from '@lectern/platform';
import { VectorStore } from '@lectern/retrieval';
import { Injectable } from '@nestjs/common';
import { deleteRows } from './document-rows';
import { MAX_STARTS } from './document-state';

interface Attempt {
  documentId: DocumentId;
  generation: number;
  tenant: TenantId;
  /** Only this start may fail the document; without it, whatever works on this generation. */
  id?: string;
}

/** What becomes of a document whose processing failed. */
@Injectable()
export class DocumentFailures {
  constructor(
    private readonly database: Database,
    private readonly vectors: VectorStore,
    private readonly logger: Logger,
  ) {}

  /** @throws the error itself where another attempt may mend it; else the document ends as `failed` */
  async afterAttempt(attempt: Attempt, error: AppError, signal: AbortSignal): Promise<void> {
    const document = await this.database.document.findUnique({ where: { id: attempt.documentId }, select: { attempts: true } });
    if (error.retryable && document && document.attempts < MAX_STARTS) throw error;
    await this.fail(attempt, error, signal);
  }

  /** Ends it, and removes what of it was written so far. */
  async fail({ documentId, generation, tenant, id: run }: Attempt, error: AppError, signal: AbortSignal): Promise<void> {
    const { count } = await this.database.document.updateMany({
      where: { id: documentId, generation, status: { in: ['queued', 'processing'] }, ...(run && { run }) },
      data: { status: 'failed', errorCode: error.code, errorMessage: error.message, chunks: 0 },
    });
    if (count === 0) return;
    this.logger.warn({ documentId, generation, code: error.code, error: error.cause }, 'A document failed');
    await deleteRows(this.database, documentId);
    await this.vectors.deleteDocument(tenant, documentId, {}, signal);
  }
}
