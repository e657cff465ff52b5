import SqliteDatabase from 'better-sqlite3';

/**
 * Runs `work` while no other process does the same for this file. The lock is SQLite's own, on an empty database beside the
 * file, so that it ends with the process that holds it; the file's own locks are of no use where the file is replaced.
 * @throws SqliteError `SQLITE_BUSY` where another process is at it
 */
export function withFileLock<T>(file: string, work: () => T): T {
  const lock = new SqliteDatabase(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return work();
  } finally {
    lock.close();
  }
}
