import { Database, type DocumentId, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { DocumentLibrary } from './document-library';

/** Longer than whatever was under way when a document was deleted can still write. */
const QUIET_MS = 2 * 60_000;
const PASS_LIMIT = 1_000;

/** What a delete leaves: a row that stays until nothing of the document has come back for a while. */
@Injectable()
export class Tombstones {
  constructor(
    private readonly database: Database,
    private readonly library: DocumentLibrary,
  ) {}

  async purge(signal: AbortSignal): Promise<void> {
    const tombstones = await this.database.document.findMany({
      where: { status: 'deleted' },
      orderBy: { updatedAt: 'asc' },
      take: PASS_LIMIT,
    });
    for (const { id, tenantId, updatedAt } of tombstones) {
      signal.throwIfAborted();
      const back = await this.library.remove(tenantId as TenantId, id as DocumentId, signal);
      // the write moves updatedAt: the quiet time begins anew
      if (back.chunks + back.vectors + back.files > 0) await this.database.document.update({ where: { id }, data: { status: 'deleted' } });
      else if (Date.now() - updatedAt.getTime() > QUIET_MS) await this.database.document.delete({ where: { id } });
    }
  }
}
