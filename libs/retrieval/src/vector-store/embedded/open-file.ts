import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { DamagedFileError, OtherSignatureError, saysDamage } from './file-errors';
import { withFileLock } from './file-lock';
import { APPLICATION_ID, FORMAT, SCHEMA } from './schema';

export interface FileOptions {
  readonly file: string;
  /** What makes the vectors comparable, the line of an embedding signature. */
  readonly signature: string;
  /** When the process began to use this signature, as `Date.now()` gives it. */
  readonly sinceMs: number;
}

export interface OpenFile {
  readonly database: Database;
  /** Tells whether another file lies at this path by now. */
  readonly inode: number;
  /** Why the file was emptied, where it was. */
  readonly notice?: string;
}

/** The greatest file that is checked as a whole before it is used, within about a second; of greater ones the small tables are. */
const MOST_CHECKED_BYTES = 256 * 2 ** 20;
const SMALL_TABLES = ['about', 'spaces', 'documents', 'segments', 'groups'];

/**
 * Opens the file and makes it where there is none. All of it is derived, so one that cannot be used is replaced by an empty
 * one, which the reconciler fills again:
 * - a damaged file, or that of another program, is set aside under another name;
 * - a file of another format or signature is removed, unless whoever claimed it came later than this process: of two
 *   processes of different signatures the later one is the one that is meant.
 *
 * @throws OtherSignatureError where the file belongs to a later process
 */
export function openFile(options: FileOptions): OpenFile {
  mkdirSync(dirname(options.file), { recursive: true });
  return withFileLock(options.file, () => {
    const found = openFound(options);
    const database = 'database' in found ? found.database : create(options);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL'); // derived data: the reconciler finds what a power cut took
    database.pragma('journal_size_limit = 67108864');
    database.pragma('cache_size = -65536');
    return { database, inode: inodeOf(options.file)!, notice: 'notice' in found ? found.notice : undefined };
  });
}

/** Moves a damaged file out of the way, unless another process has done so already. */
export function setAsideDamaged(file: string, inode: number): void {
  withFileLock(file, () => {
    if (inodeOf(file) === inode) setAside(file);
  });
}

export function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

function openFound({ file, signature, sinceMs }: FileOptions): { database: Database } | { notice: string | undefined } {
  if (!statSync(file, { throwIfNoEntry: false })?.size) {
    remove(file); // what is left of it
    return { notice: undefined };
  }
  let database: Database | undefined;
  try {
    database = connect(file);
    assertWhole(database, file);
    if (database.pragma('user_version', { simple: true }) === FORMAT) {
      const owner = ownerOf(database);
      if (owner.signature === signature) return { database };
      if (owner.claimedMs > sinceMs) throw new OtherSignatureError(owner.signature, signature);
    }
    database.close();
    remove(file);
    return { notice: 'The search index was of another embedding model or format. It was emptied, and is filled again from the database.' };
  } catch (error) {
    database?.close();
    if (!saysDamage(error)) throw error;
    setAside(file);
    return { notice: `The search index was damaged (${(error as Error).message}) and set aside. A new one is filled from the database.` };
  }
}

function create({ file, signature }: FileOptions): Database {
  const database = connect(file);
  database.pragma('page_size = 16384'); // a search reads much at a time: a fifth less time than with pages of 4 kB
  database.pragma('auto_vacuum = INCREMENTAL');
  database.transaction(() => {
    database.exec(SCHEMA);
    database.prepare('INSERT INTO about VALUES (?, ?)').run(signature, Date.now());
  })();
  return database;
}

/** Whoever waits for a lock waits asynchronously, outside. */
function connect(file: string): Database {
  return new SqliteDatabase(file, { timeout: 0 });
}

function assertWhole(database: Database, file: string): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new DamagedFileError('it is not one of this program');
  const tables = statSync(file).size <= MOST_CHECKED_BYTES ? [undefined] : SMALL_TABLES;
  for (const table of tables) {
    const result = database.pragma(table ? `quick_check(${table})` : 'quick_check(1)', { simple: true });
    if (result !== 'ok') throw new DamagedFileError(String(result));
  }
}

/** Whose vectors the file holds. */
export function ownerOf(database: Database): { signature: string; claimedMs: number } {
  const owner = database
    .prepare<[], { signature: string; claimedMs: number }>('SELECT signature, claimed_ms AS claimedMs FROM about')
    .get();
  if (!owner) throw new DamagedFileError('it does not say whose it is');
  return owner;
}

const files = (file: string) => ['-wal', '-shm', ''].map((suffix) => `${file}${suffix}`);

function remove(file: string): void {
  for (const one of files(file)) rmSync(one, { force: true });
}

/** One copy is kept, to be looked at: a disk that goes on damaging files must not be filled with them. */
function setAside(file: string): void {
  for (const one of files(file)) {
    const aside = one.replace(file, `${file}.set-aside`);
    rmSync(aside, { force: true });
    if (statSync(one, { throwIfNoEntry: false })) renameSync(one, aside);
  }
}
