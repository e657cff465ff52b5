import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { load as loadSqliteVec } from 'sqlite-vec';

/** A file of another format is emptied, since all of it is derived: the reconciler fills it again. */
const FORMAT = 2;
const TABLES = ['spaces', 'points', 'vectors', 'sparse', 'segments', 'postings'] as const;

/** Points are what is true; `segments` and `postings` only make them quicker to search. Numbers are those of `layout.ts`. */
const SCHEMA = `
  CREATE TABLE spaces (
    id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, kind TEXT NOT NULL,
    points INTEGER NOT NULL DEFAULT 0, appended INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tenant, kind)
  );
  CREATE TABLE points (
    number INTEGER PRIMARY KEY, space INTEGER NOT NULL, document TEXT NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL,
    passage INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, page_end INTEGER,
    UNIQUE (space, document, generation, position)
  );
  CREATE TABLE vectors (number INTEGER PRIMARY KEY, dense BLOB NOT NULL);
  CREATE TABLE sparse (number INTEGER PRIMARY KEY, vector BLOB NOT NULL);
  CREATE TABLE segments (number INTEGER PRIMARY KEY, inverted INTEGER NOT NULL);
  CREATE TABLE postings (number INTEGER PRIMARY KEY, block BLOB NOT NULL);
  PRAGMA user_version = ${FORMAT};
`;

/** Opens the file, makes it where there is none, and brings its tables up to date. */
export function openFile(file: string): Database {
  mkdirSync(dirname(file), { recursive: true });
  const database = new SqliteDatabase(file, { timeout: 0 }); // whoever waits for a lock waits asynchronously, outside
  loadSqliteVec(database);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL'); // derived data: the reconciler finds what a power cut took
  database.pragma('journal_size_limit = 67108864');
  database.pragma('cache_size = -32768');
  database.pragma('mmap_size = 268435456');
  database
    .transaction(() => {
      if (database.pragma('user_version', { simple: true }) === FORMAT) return;
      for (const table of TABLES) database.exec(`DROP TABLE IF EXISTS ${table}`);
      database.exec(SCHEMA);
    })
    .immediate();
  return database;
}
