import { AppError, Database, type DocumentId, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { type LibraryScope } from './passage';

/** A document as it may be cited now. */
export interface ReadyDocument {
  readonly id: DocumentId;
  readonly filename: string;
  readonly generation: number;
  readonly chunks: number;
}

const CITED = { id: true, filename: true, generation: true, chunks: true } as const;

/** Which documents a tenant's request may speak of: the database's word, since the vector store's is always a little old. */
@Injectable()
export class Library {
  constructor(private readonly database: Database) {}

  /**
   * The ready documents of a scope; null where the scope is the whole library, which may be large.
   * @throws AppError `NOT_FOUND` for an id that the tenant does not have, whoever else has it; `VALIDATION_FAILED` for an empty list
   */
  async ready(tenant: TenantId, { filename, documentIds }: LibraryScope): Promise<ReadyDocument[] | null> {
    if (filename === undefined && documentIds === undefined) return null;
    if (documentIds?.length === 0)
      throw new AppError('VALIDATION_FAILED', 'document_ids is empty: name at least one document, or leave it out.');
    const ids = documentIds && [...new Set(documentIds)];
    const found = await this.database.document.findMany({
      where: { tenantId: tenant, status: { not: 'deleted' }, ...(ids && { id: { in: ids } }), ...(!ids && { filename }) },
      select: { ...CITED, status: true },
    });
    if (ids && found.length < ids.length) throw new AppError('NOT_FOUND', 'There is no such document.');
    return found.filter((row) => row.status === 'ready' && (filename === undefined || row.filename === filename)).map(readyDocument);
  }

  /** All that is ready, or those of `ids` that are. */
  async allReady(tenant: TenantId, ids?: readonly DocumentId[]): Promise<ReadyDocument[]> {
    const rows = await this.database.document.findMany({
      where: { tenantId: tenant, status: 'ready', ...(ids && { id: { in: [...ids] } }) },
      select: CITED,
      orderBy: { id: 'asc' },
    });
    return rows.map(readyDocument);
  }

  /** How many passages each document has, in the order given; they are numbered from 0. */
  async passageCounts(documents: readonly ReadyDocument[]): Promise<number[]> {
    const wanted = JSON.stringify(documents);
    const rows = await this.database.$queryRaw<{ n: number; count: number }[]>`
      SELECT w.key AS n, 1 + (
        SELECT max(c.passage) FROM Chunk c WHERE c.documentId = w.value->>'id' AND c.generation = w.value->>'generation') AS count
      FROM json_each(${wanted}) w`;
    const counts = documents.map(() => 0);
    for (const { n, count } of rows) counts[Number(n)] = Number(count ?? 0);
    return counts;
  }
}

function readyDocument({ id, filename, generation, chunks }: Omit<ReadyDocument, 'id'> & { id: string }): ReadyDocument {
  return { id: id as DocumentId, filename, generation, chunks };
}
