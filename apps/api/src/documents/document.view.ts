import { ingestDocument, type DeletionReceipt, type DocumentRow } from '@lectern/ingestion';

/** A document on the wire (docs/schemas.ts describes it for readers). */
export type DocumentView = ReturnType<typeof viewOf>;

export function viewOf(row: DocumentRow, duplicate = false) {
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
