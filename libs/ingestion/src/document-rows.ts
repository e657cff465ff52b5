import type { Chunk } from '@lectern/chunking';
import type { Database, DocumentId, TenantId, Transaction } from '@lectern/platform';
import { pointId } from '@lectern/retrieval';

/** One stretch of extracted text as it is stored: a page, or a block of a format without pages. */
export interface SegmentRow {
  index: number;
  page: number | null;
  start: number;
  end: number;
  text: string;
}

interface Owner {
  tenant: TenantId;
  documentId: DocumentId;
  generation: number;
}

/** Rows a statement: 500 take about 5 ms under the write lock; row by row through the ORM they take twenty times that. */
const DELETE_SLICE = 2_000;

/** One statement for all rows: they travel as one JSON parameter. */
export async function insertSegments(tx: Transaction, { documentId, generation }: Owner, segments: readonly SegmentRow[]): Promise<void> {
  const rows = JSON.stringify(segments.map(({ index, page, start, end, text }) => [index, page, start, end, text]));
  await tx.$executeRaw`
    INSERT INTO "TextSegment" ("documentId", "generation", "index", "page", "start", "end", "text")
    SELECT ${documentId}, ${generation}, value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(${rows})`;
}

/** As `insertSegments`. The id of a chunk row is the id of its point. */
export async function insertChunks(tx: Transaction, { tenant, documentId, generation }: Owner, chunks: readonly Chunk[]): Promise<void> {
  const rows = JSON.stringify(
    chunks.map((chunk) => [
      pointId(documentId, generation, 'chunk', chunk.index),
      chunk.index,
      chunk.passage,
      chunk.page,
      chunk.pageEnd,
      chunk.start,
      chunk.end,
      chunk.heading,
      chunk.text,
    ]),
  );
  await tx.$executeRaw`
    INSERT INTO "Chunk" ("tenantId", "documentId", "generation", "id", "index", "passage", "page", "pageEnd", "start", "end", "heading", "text")
    SELECT ${tenant}, ${documentId}, ${generation}, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8
    FROM json_each(${rows})`;
}

/**
 * Deletes a document's text, chunks and batches, in slices that hold the write lock for some 10 ms each.
 * @param keptGeneration its rows stay; all go without it
 * @returns the number of chunk rows that went
 */
export async function deleteRows(database: Database, documentId: string, keptGeneration = -1): Promise<number> {
  let chunks = 0;
  for (let deleted = DELETE_SLICE; deleted === DELETE_SLICE; chunks += deleted) {
    deleted = await database.$executeRaw`
      DELETE FROM "Chunk" WHERE rowid IN (SELECT rowid FROM "Chunk" WHERE "documentId" = ${documentId} AND "generation" <> ${keptGeneration} LIMIT ${DELETE_SLICE})`;
  }
  for (let deleted = DELETE_SLICE; deleted === DELETE_SLICE;) {
    deleted = await database.$executeRaw`
      DELETE FROM "TextSegment" WHERE rowid IN (SELECT rowid FROM "TextSegment" WHERE "documentId" = ${documentId} AND "generation" <> ${keptGeneration} LIMIT ${DELETE_SLICE})`;
  }
  await database.embeddingBatch.deleteMany({ where: { documentId, generation: { not: keptGeneration } } });
  return chunks;
}
