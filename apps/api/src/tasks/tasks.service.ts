import { Injectable } from '@nestjs/common';
import { AppError, Database, inTime, JobQueue, type TenantId } from '@lectern/platform';
import { ingestDocument } from '@lectern/ingestion';
import { taskState } from './task-state';

/** Redis is asked for a nuance only (is it waiting for another try?), so it may not hold the answer up. */
const REDIS_DEADLINE_MS = 150;

/** A document's ingestion as the task that its upload was answered with. The row is the truth; the queue may have lost the job or finished it. */
@Injectable()
export class TasksService {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
  ) {}

  /** @throws AppError `NOT_FOUND`, the same for unknown ids and for those of another tenant */
  async read(tenant: TenantId, id: string) {
    const [, documentId, generation] = /^ingest-([0-9a-f-]{36})-(\d{1,9})$/.exec(id) ?? [];
    const row = documentId ? await this.database.document.findFirst({ where: { id: documentId, tenantId: tenant } }) : null;
    if (!row || Number(generation) < 1 || Number(generation) > row.generation) throw new AppError('NOT_FOUND', 'There is no such task.');

    const current = Number(generation) === row.generation;
    const error = current && row.errorCode ? { code: row.errorCode, message: row.errorMessage ?? row.errorCode } : null;
    return {
      id,
      queue: ingestDocument.queue,
      state: current ? taskState(row.status, await this.jobState(id)) : 'superseded',
      progress: current ? row.progress : 1,
      attempts: current ? row.attempts : null,
      error,
      document_id: row.id,
    };
  }

  private async jobState(id: string): Promise<string | undefined> {
    const found = inTime(this.queue.find(ingestDocument.queue, id), REDIS_DEADLINE_MS).catch(() => undefined);
    return (await found)?.state;
  }
}
