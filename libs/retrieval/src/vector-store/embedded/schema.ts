/** Of the tables' and the blobs' layout; a file of another one is emptied. */
export const FORMAT = 4;

/** Says in the file's header that it is Lectern's index ("LeVe"). */
export const APPLICATION_ID = 0x4c655665;

/**
 * Points are what is true: `documents` counts them, `points` says where each comes from, `vectors` and `sparse` hold its two
 * vectors. The rest only makes them quicker to search. Numbers are those of `layout.ts`.
 */
export const SCHEMA = `
  CREATE TABLE about (signature TEXT NOT NULL, claimed_ms INTEGER NOT NULL);
  CREATE TABLE spaces (
    id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, kind TEXT NOT NULL,
    points INTEGER NOT NULL DEFAULT 0, appended INTEGER NOT NULL DEFAULT 0,
    UNIQUE (tenant, kind)
  );
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, space INTEGER NOT NULL, document TEXT NOT NULL, generation INTEGER NOT NULL,
    points INTEGER NOT NULL DEFAULT 0,
    UNIQUE (space, document, generation)
  );
  CREATE TABLE points (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL, position INTEGER NOT NULL,
    passage INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, page INTEGER, page_end INTEGER,
    UNIQUE (document, position)
  );
  CREATE TABLE vectors (pack INTEGER PRIMARY KEY, block BLOB NOT NULL);
  CREATE TABLE sparse (number INTEGER PRIMARY KEY, vector BLOB NOT NULL);
  CREATE TABLE segments (number INTEGER PRIMARY KEY, points INTEGER NOT NULL, inverted INTEGER NOT NULL, gone BLOB);
  CREATE TABLE segment_postings (number INTEGER PRIMARY KEY, block BLOB NOT NULL);
  CREATE TABLE codes (segment INTEGER PRIMARY KEY, block BLOB NOT NULL);
  CREATE TABLE groups (number INTEGER PRIMARY KEY, merged INTEGER NOT NULL);
  CREATE TABLE group_postings (number INTEGER PRIMARY KEY, block BLOB NOT NULL);
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FORMAT};
`;
