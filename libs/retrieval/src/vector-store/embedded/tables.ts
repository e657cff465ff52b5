import { type Database } from 'better-sqlite3';
import { Documents } from './documents';
import { Groups } from './groups';
import { GROUP_BLOCK_BITS, SEGMENT_BLOCK_BITS } from './layout';
import { Points } from './points';
import { Postings } from './postings';
import { Segments } from './segments';
import { Spaces } from './spaces';
import { Vectors } from './vectors';

export type Tables = ReturnType<typeof tablesOf>;

/** The tables of `schema.ts`, each behind the class that alone reads and writes it. */
export function tablesOf(database: Database) {
  const ofSegments = new Postings(database, { table: 'segment_postings', blockBits: SEGMENT_BLOCK_BITS });
  const ofGroups = new Postings(database, { table: 'group_postings', blockBits: GROUP_BLOCK_BITS });
  const groups = new Groups(database, ofSegments, ofGroups);
  const points = new Points(database);
  const vectors = new Vectors(database);
  const segments = new Segments(database, points, vectors, ofSegments, groups);
  return { spaces: new Spaces(database), documents: new Documents(database), points, vectors, segments, groups, ofSegments, ofGroups };
}
