import { BlobStore, Database } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { deleteRows } from './document-rows';

/** Longer than the transaction that a file is kept in. */
const ORPHAN_FILE_MS = 2 * 60_000;

/** An upload that stopped writing this long ago will not come back. */
const ABANDONED_UPLOAD_MS = 60 * 60_000;

const IDEMPOTENCY_MS = 24 * 3_600_000;
const PASS_LIMIT = 1_000;
const KEYS_A_QUERY = 500;

/** Files without a row, uploads that never ended, rows of failed documents, and what has expired. */
@Injectable()
export class Leftovers {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
  ) {}

  async sweep(signal: AbortSignal): Promise<void> {
    await this.sweepFiles(signal);
    await this.blobs.sweep(ABANDONED_UPLOAD_MS);
    const failed = await this.database.document.findMany({
      where: { status: 'failed', segments: { some: {} } },
      select: { id: true },
      take: PASS_LIMIT,
    });
    for (const { id } of failed) await deleteRows(this.database, id);
    await this.database.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - IDEMPOTENCY_MS) } } });
    await this.database.token.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  }

  private async sweepFiles(signal: AbortSignal): Promise<void> {
    let keys: string[] = [];
    for await (const key of this.blobs.keys(ORPHAN_FILE_MS)) {
      signal.throwIfAborted();
      if (keys.push(key) < KEYS_A_QUERY) continue;
      await this.deleteOrphans(keys);
      keys = [];
    }
    await this.deleteOrphans(keys);
  }

  private async deleteOrphans(keys: readonly string[]): Promise<void> {
    const owned = await this.database.document.findMany({ where: { id: { in: [...keys] } }, select: { id: true } });
    const ids = new Set(owned.map(({ id }) => id));
    for (const key of keys) if (!ids.has(key)) await this.blobs.delete(key);
  }
}
