import { ingestDocument, type DeletionReceipt, type DocumentRow } from '@lectern/ingestion';
import { ApiProperty } from '@nestjs/swagger';

class DocumentErrorView {
  @ApiProperty({ example: 'DOCUMENT_ENCRYPTED' })
  code!: string;

  @ApiProperty()
  message!: string;
}

/** A document on the wire. */
export class DocumentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  filename!: string;

  @ApiProperty({ example: 'application/pdf' })
  media_type!: string;

  @ApiProperty({ description: 'bytes' })
  size!: number;

  @ApiProperty()
  sha256!: string;

  @ApiProperty({ enum: ['queued', 'processing', 'ready', 'failed'] })
  status!: string;

  @ApiProperty({ enum: ['stored', 'parsing', 'chunking', 'embedding', 'indexing', 'done'] })
  stage!: string;

  @ApiProperty({ minimum: 0, maximum: 1 })
  progress!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'null where the format has no pages' })
  pages!: number | null;

  @ApiProperty()
  chunks!: number;

  @ApiProperty({ type: DocumentErrorView, nullable: true })
  error!: DocumentErrorView | null;

  @ApiProperty({ description: 'for GET /api/tasks/{id}' })
  task_id!: string;

  @ApiProperty({ format: 'date-time' })
  created_at!: string;

  @ApiProperty({ format: 'date-time' })
  updated_at!: string;

  @ApiProperty({ description: 'whether an upload gave bytes that the tenant had already' })
  duplicate!: boolean;
}

export class DocumentListView {
  @ApiProperty({ type: [DocumentView] })
  documents!: DocumentView[];

  @ApiProperty({ type: String, nullable: true, description: 'for the next page; null at the end' })
  next_cursor!: string | null;
}

export class DocumentTextView {
  @ApiProperty()
  start!: number;

  @ApiProperty()
  end!: number;

  @ApiProperty()
  text!: string;
}

export function viewOf(row: DocumentRow, duplicate = false): DocumentView {
  return {
    id: row.id,
    filename: row.filename,
    media_type: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    status: row.status,
    stage: row.stage,
    progress: row.progress,
    pages: row.pages,
    chunks: row.chunks,
    error: row.errorCode === null ? null : { code: row.errorCode, message: row.errorMessage ?? '' },
    task_id: ingestDocument.id({ documentId: row.id, generation: row.generation }),
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    duplicate,
  };
}

export type ReceiptView = ReturnType<typeof receiptView>;

export function receiptView({ id, deleted, remaining }: DeletionReceipt, cacheEntries: number) {
  const { chunks, vectors, files, questionSets } = deleted;
  return { id, deleted: { chunks, vectors, files, question_sets: questionSets, cache_entries: cacheEntries }, remaining };
}
