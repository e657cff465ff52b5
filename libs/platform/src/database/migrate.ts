import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database';

/**
 * Applies `prisma/migrations/<name>/migration.sql` in order of name, each once and in one transaction, and records each in Prisma's own table
 * `_prisma_migrations` (id, checksum = SHA-256 of the file), so that `prisma migrate deploy` goes on from here where its engine can run.
 * @returns the names that were applied now
 * @throws Error where an applied file was changed afterwards: its tables are not what the file says
 */
export async function migrate(database: Database, directory: string): Promise<string[]> {
  await database.$executeRawUnsafe(MIGRATIONS_TABLE);
  const applied: string[] = [];
  const entries = await readdir(directory, { withFileTypes: true });
  for (const name of entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()) {
    const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
    if (await apply(database, name, sql)) applied.push(name);
  }
  return applied;
}

/** Whether it was applied now. Two processes that start together apply it once: the look and the write are one transaction. */
async function apply(database: Database, name: string, sql: string): Promise<boolean> {
  const checksum = createHash('sha256').update(sql).digest('hex');
  return database.$transaction(async (tx) => {
    const known = await tx.$queryRawUnsafe<{ checksum: string }[]>(
      'SELECT checksum FROM _prisma_migrations WHERE migration_name = ? AND rolled_back_at IS NULL',
      name,
    );
    if (known[0]) {
      if (known[0].checksum !== checksum)
        throw new Error(`Migration ${name} was changed after it had been applied. Restore the file and add a new migration.`);
      return false;
    }
    for (const statement of statementsOf(sql)) await tx.$executeRawUnsafe(statement);
    await tx.$executeRawUnsafe(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
      randomUUID(),
      checksum,
      name,
      Date.now(),
      Date.now(),
    );
    return true;
  });
}

/** Statements of a migration file, which hold no semicolon inside (no triggers). */
function statementsOf(sql: string): string[] {
  return sql
    .replace(/^\s*--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
}

/** As Prisma's schema engine makes it for SQLite. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;
