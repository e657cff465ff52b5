import { type Database } from 'better-sqlite3';
import { type DocumentId } from '@lectern/platform';
import { type SparseVector } from '../../text/sparse-encoder';
import { DamagedFileError } from './file-errors';
import { pointsOfSegment, type Range } from './layout';
import { COLUMNS, NO_PAGE } from './packed-answer';
import { RecentBlobs } from './recent-blobs';
import { type Space } from './spaces';
import { fromBytes, toBytes } from './sparse-bytes';
import { type Point } from '../vector-store';

/** Rows that are kept in memory: those of some 150,000 points. */
const RECENT_BYTES = 4 * 2 ** 20;

/** Where each point comes from, and its sparse vector. */
export class Points {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly recentRows = new RecentBlobs<Int32Array>(RECENT_BYTES);

  constructor(database: Database) {
    this.statements = prepare(database);
  }

  write(number: number, document: number, { index, passage, start, end, page, pageEnd, sparse }: Point): void {
    this.statements.writePoint.run(number, document, index, passage, start, end, page, pageEnd);
    this.statements.writeSparse.run(number, toBytes(sparse));
  }

  remove(number: number): void {
    this.statements.removePoint.run(number);
    this.statements.removeSparse.run(number);
  }

  move(from: number, to: number): void {
    this.statements.movePoint.run(to, from);
    this.statements.moveSparse.run(to, from);
  }

  /** @throws DamagedFileError where there is no such point */
  documentOf(number: number): number {
    const document = this.statements.documentOf.get(number);
    if (document === undefined) throw new DamagedFileError('A point is missing.');
    return document;
  }

  /**
   * Where the points of a segment come from, `COLUMNS` numbers a place, zeros where there was none when they were read; the first
   * is the id in the table of documents. Read as a whole and kept: a search asks for most of a small tenant's points.
   * @param given how many of its places were ever given to points
   */
  rowsOf(segment: number, given: number): Int32Array {
    const known = this.recentRows.of(segment, given).get(0);
    if (known) return known;
    const rows = new Int32Array(COLUMNS * given);
    const { from, to } = pointsOfSegment(segment);
    for (const [number, ...row] of this.statements.rowsIn.all(from, to))
      rows.set(
        row.map((value) => value ?? NO_PAGE),
        COLUMNS * (number! - from),
      );
    this.recentRows.add(segment, 0, rows, rows.byteLength);
    return rows;
  }

  numberOf(document: number, index: number): number | undefined {
    return this.statements.numberOf.get(document, index);
  }

  numbersIn({ from, to }: Range): number[] {
    return this.statements.numbersIn.all(from, to);
  }

  numbersOf(document: number, limit: number): number[] {
    return this.statements.numbersOf.all(document, limit);
  }

  /** Of all generations of the documents. */
  numbersOfDocuments(space: Space, documents: readonly DocumentId[]): number[] {
    return this.statements.numbersOfDocuments.all(JSON.stringify(documents), space.id);
  }

  sparseIn({ from, to }: Range): [number: number, sparse: SparseVector][] {
    return this.statements.sparseIn.all(from, to).map(([number, bytes]) => [number, fromBytes(bytes)]);
  }
}

function prepare(database: Database) {
  return {
    writePoint: database.prepare('INSERT INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?)'),
    writeSparse: database.prepare<[number, Uint8Array]>('INSERT INTO sparse VALUES (?, ?)'),
    removePoint: database.prepare<[number]>('DELETE FROM points WHERE number = ?'),
    removeSparse: database.prepare<[number]>('DELETE FROM sparse WHERE number = ?'),
    movePoint: database.prepare<[number, number]>('UPDATE points SET number = ? WHERE number = ?'),
    moveSparse: database.prepare<[number, number]>('UPDATE sparse SET number = ? WHERE number = ?'),
    documentOf: database.prepare<[number], number>('SELECT document FROM points WHERE number = ?').pluck(),
    rowsIn: database
      .prepare<[number, number], [number, ...(number | null)[]]>('SELECT * FROM points WHERE number >= ? AND number < ?')
      .raw(),
    numberOf: database.prepare<[number, number], number>('SELECT number FROM points WHERE document = ? AND position = ?').pluck(),
    numbersIn: database.prepare<[number, number], number>('SELECT number FROM points WHERE number >= ? AND number < ?').pluck(),
    numbersOf: database.prepare<[number, number], number>('SELECT number FROM points WHERE document = ? LIMIT ?').pluck(),
    numbersOfDocuments: database
      .prepare<[string, number], number>(
        `SELECT p.number FROM json_each(?) j CROSS JOIN documents d CROSS JOIN points p
         WHERE d.space = ? AND d.document = j.value AND p.document = d.id`,
      )
      .pluck(),
    sparseIn: database
      .prepare<[number, number], [number, Buffer]>('SELECT number, vector FROM sparse WHERE number >= ? AND number < ?')
      .raw(),
  };
}
