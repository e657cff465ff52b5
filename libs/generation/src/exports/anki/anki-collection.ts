import { createHash } from 'node:crypto';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { AnkiNote } from './anki-note';
import { noteTypeJson } from './anki-note-types';
import { ankiDeckConfig, ankiDeckJson, ANKI_CONFIG } from './anki-settings';

export interface AnkiDeck {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly notes: readonly AnkiNote[];
}

/**
 * A collection of Anki's schema 11, the last one that every Anki, AnkiDroid and AnkiMobile reads: the SQLite file
 * `collection.anki2`. Its tables are told in AnkiDroid's wiki (github.com/ankidroid/Anki-Android/wiki/Database-Structure).
 */
export function ankiCollection(deck: AnkiDeck): Uint8Array {
  const database = new SqliteDatabase(':memory:');
  try {
    database.exec(SCHEMA);
    database.transaction(() => {
      addSettings(database, deck);
      addNotes(database, deck);
    })();
    return database.serialize();
  } finally {
    database.close();
  }
}

function addSettings(database: Database, deck: AnkiDeck): void {
  const [milliseconds, seconds] = timesOf(deck);
  const noteTypes = [...new Set(deck.notes.map(({ noteType }) => noteType))];
  database
    .prepare("INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")
    .run(
      seconds,
      milliseconds,
      milliseconds,
      JSON.stringify(ANKI_CONFIG),
      JSON.stringify(Object.fromEntries(noteTypes.map((noteType) => [noteType.id, noteTypeJson(noteType, seconds)]))),
      JSON.stringify({ 1: ankiDeckJson(1, 'Default', seconds), [deck.id]: ankiDeckJson(deck.id, deck.name, seconds) }),
      JSON.stringify({ 1: ankiDeckConfig(seconds) }),
    );
}

function addNotes(database: Database, deck: AnkiDeck): void {
  const [milliseconds, seconds] = timesOf(deck);
  const note = database.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
  const card = database.prepare("INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')");
  deck.notes.forEach(({ guid, noteType, fields, firstText, tags }, i) => {
    // ids are times in Anki: the importer gives another one where it is taken
    const id = milliseconds + i;
    note.run(id, guid, noteType.id, seconds, ` ${tags.join(' ')} `, fields.join('\u001f'), firstText, checksum(firstText));
    card.run(id, id, deck.id, seconds, i + 1);
  });
}

const timesOf = ({ createdAt }: AnkiDeck) => [createdAt.getTime(), Math.floor(createdAt.getTime() / 1000)] as const;

/** Of a note's first field, to find notes that ask the same: the first 32 bits of its SHA-1. */
function checksum(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE();
}

const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
  dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
  dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
  factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_revlog_cid ON revlog (cid);
`;
