import { randomUUID } from 'node:crypto';
import { asSegment, StreamingChunker } from '@lectern/chunking';
import { AppError, BlobStore, Database, JobQueue, toAppError, type DocumentId, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { DocumentFailures } from './document-failures';
import { deleteRows, insertChunks, insertSegments } from './document-rows';
import { interruptedTooOften, MAX_STARTS, PARSED_PROGRESS, PARSING_STAGES, type DocumentStage } from './document-state';
import { planBatches } from './embedding-batches';
import { embedBatch } from './ingestion.jobs';
import { formatOf } from './parsing/document-format';
import { DocumentParser } from './parsing/document-parser';
import { PendingRows } from './pending-rows';

/** One start of the job for one generation of a document. Its writes are void once another start has put its own run id into the row. */
interface Run {
  id: string;
  documentId: DocumentId;
  generation: number;
  tenant: TenantId;
  mediaType: string;
  /** What an earlier start had told: the bar never goes back. */
  progress: number;
}

/** Eight requests of 32 texts to an embedding service, or 0.1 s of the lexical one: with much less the queue costs more than the work. */
const TEXTS_PER_JOB = 256;

/** Another start of the job owns the document now, or it was deleted. */
class Superseded extends Error {}

/**
 * Takes a stored file to rows: text, chunks and embedding batches. Started twice it does its work once: each start takes the document over with a run id of its
 * own, clears what an earlier start left, and every later write asks for that run id.
 */
@Injectable()
export class IngestionService {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly parser: DocumentParser,
    private readonly queue: JobQueue,
    private readonly failures: DocumentFailures,
  ) {}

  /**
   * @throws AppError a retryable one, when another attempt may succeed; what cannot succeed ends in the row as `failed`
   */
  async ingest(payload: { documentId: string; generation: number }, signal: AbortSignal): Promise<void> {
    const run = await this.begin(payload, signal);
    try {
      if (run) await this.parse(run, signal);
    } catch (error) {
      if (error instanceof Superseded || !run) return;
      if (signal.aborted) return this.handBack(run, signal);
      return this.failures.afterAttempt(run, toAppError(error), signal);
    }
    await this.enqueueBatches(payload);
  }

  /** Takes the document over. Undefined where there is nothing to parse: deleted, settled, another generation, or parsed already. */
  private async begin(
    { documentId, generation }: { documentId: string; generation: number },
    signal: AbortSignal,
  ): Promise<Run | undefined> {
    const id = randomUUID();
    const { count } = await this.database.document.updateMany({
      where: { id: documentId, generation, status: { in: ['queued', 'processing'] }, stage: { in: [...PARSING_STAGES] } },
      data: { run: id, status: 'processing', stage: 'parsing', attempts: { increment: 1 } },
    });
    if (count === 0) return undefined;
    const row = await this.database.document.findUnique({ where: { id: documentId } });
    if (row?.run !== id) return undefined;
    const run = {
      id,
      documentId: row.id as DocumentId,
      generation,
      tenant: row.tenantId as TenantId,
      mediaType: row.mediaType,
      progress: row.progress,
    };
    if (row.attempts > MAX_STARTS) {
      await this.failures.fail(run, interruptedTooOften(), signal);
      return undefined;
    }
    await deleteRows(this.database, documentId);
    return run;
  }

  private async parse(run: Run, signal: AbortSignal): Promise<void> {
    const blob = await this.blobs.open(run.documentId, signal);
    const rows = new PendingRows();
    try {
      const chunker = new StreamingChunker();
      for await (const page of this.parser.parse({ path: blob.path, format: formatOf(run.mediaType) }, signal)) {
        const text = asSegment(page.text, page.page);
        rows.add({ text, page: page.page }, await chunker.push(text, page.page, page.headings));
        if (rows.full) await this.flush(run, rows, PARSED_PROGRESS * (page.pages ? Math.min(1, rows.segments / page.pages) : 0.5));
      }
      rows.addChunks(await chunker.finish());
      if (rows.chunks === 0) throw new AppError('DOCUMENT_EMPTY', 'The document holds no text.');
      await this.flush(run, rows, PARSED_PROGRESS);
      await this.planEmbedding(run, rows);
    } finally {
      await blob.release();
    }
  }

  private async flush(run: Run, rows: PendingRows, progress: number): Promise<void> {
    const { segments, chunks } = rows.take();
    await this.database.$transaction(async (tx) => {
      await this.claim(tx, run, 'chunking', progress);
      await insertSegments(tx, run, segments);
      await insertChunks(tx, run, chunks);
    });
  }

  private async planEmbedding(run: Run, rows: PendingRows): Promise<void> {
    const batches = planBatches(rows.passageStarts, rows.chunks, TEXTS_PER_JOB);
    await this.database.$transaction(async (tx) => {
      await this.claim(tx, run, 'embedding', PARSED_PROGRESS);
      await tx.embeddingBatch.createMany({
        data: batches.map((batch) => ({ documentId: run.documentId, generation: run.generation, ...batch })),
      });
      await tx.document.update({ where: { id: run.documentId }, data: { pages: rows.pages, chunks: rows.chunks, textLength: rows.units } });
    });
  }

  /** The fence: the first statement of every write, in its transaction. @throws Superseded */
  private async claim(tx: Pick<Database, 'document'>, run: Run, stage: DocumentStage, progress: number): Promise<void> {
    const { count } = await tx.document.updateMany({
      where: { id: run.documentId, generation: run.generation, run: run.id, status: 'processing' },
      data: { stage, progress: Math.max(run.progress, progress) },
    });
    if (count === 0) throw new Superseded();
  }

  private async enqueueBatches({ documentId, generation }: { documentId: string; generation: number }): Promise<void> {
    const batches = await this.database.embeddingBatch.findMany({ where: { documentId, generation, doneAt: null }, select: { n: true } });
    await this.queue.enqueue(
      embedBatch,
      batches.map(({ n }) => ({ documentId, generation, batch: n })),
    );
  }

  /** The worker stops, or lost its lock: this start counts for nothing. */
  private async handBack(run: Run, signal: AbortSignal): Promise<void> {
    await this.database.document.updateMany({ where: { id: run.documentId, run: run.id }, data: { attempts: { decrement: 1 } } });
    throw new AppError('INTERNAL', 'The work was handed back.', { cause: signal.reason });
  }
}
