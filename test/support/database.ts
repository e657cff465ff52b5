import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '@lectern/platform';

/** A migrated database in a temporary file of its own; `close` removes it. */
export async function createTestDatabase(): Promise<{ database: Database; file: string; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-database-'));
  const file = join(directory, 'lectern.db');
  const database = await openDatabase(`file:${file}`);
  return {
    database,
    file,
    async close() {
      await database.$disconnect();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
