import { type Database } from '@lectern/platform';
import { pointId } from '@lectern/retrieval';
import { type Library } from '../library';
import { GENERATION, tenant } from './index-of-library';

const generation = GENERATION;

/** Writes a library to a database as ingestion does: its documents are ready, in one text segment each. */
export async function writeRows(database: Database, { collection, chunks }: Library): Promise<void> {
  await database.tenant.create({ data: { id: tenant } });
  const counts = Map.groupBy(chunks, ({ document }) => document);
  await database.document.createMany({
    data: collection.documents.map(({ name }) => ({
      id: name,
      tenantId: tenant,
      filename: name,
      mediaType: 'text/plain',
      size: 1,
      sha256: name,
      status: 'ready',
      generation,
      chunks: counts.get(name as never)?.length ?? 0,
    })),
  });
  await database.textSegment.createMany({
    data: collection.documents.map(({ name, text }) => ({ documentId: name, generation, index: 0, start: 0, end: text.length, text })),
  });
  await database.chunk.createMany({
    data: chunks.map(({ document, index, passage, start, end, text }) => ({
      id: pointId(document, generation, 'chunk', index),
      tenantId: tenant,
      documentId: document,
      generation,
      index,
      passage,
      start,
      end,
      text,
    })),
  });
}
