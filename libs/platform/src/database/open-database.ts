import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Database } from './database';
import { migrate } from './migrate';

/**
 * The database at `url`, with all its migrations applied. Processes that start together may all call it: each migration is applied once.
 * @param url `file:<path>`
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = new Database(url);
  try {
    await migrate(database, join(projectRoot(__dirname), 'prisma/migrations'));
  } catch (error) {
    await database.$disconnect();
    throw error;
  }
  return database;
}

/** Compiled code lies one folder deeper than its source, so the root is looked for, not counted. */
function projectRoot(directory: string): string {
  return existsSync(join(directory, 'prisma/migrations')) ? directory : projectRoot(dirname(directory));
}
