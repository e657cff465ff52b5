import { type Database } from 'better-sqlite3';
import { type DocumentId } from '@lectern/platform';
import { type PointKind, type SparseVector } from '../text/sparse-encoder';
import { toInt8 } from './int8';
import { pointsOfSpace, type Range } from './layout';
import { type Space } from './spaces';
import { fromBytes, toBytes } from './sparse-bytes';
import { type Hit, type Point, type StoredDocument } from './vector-store';

type HitRow = [
  document: DocumentId,
  generation: number,
  index: number,
  passage: number,
  start: number,
  end: number,
  page: number | null,
  pageEnd: number | null,
];

/** The points themselves: where each comes from, its dense and its sparse vector. */
export class Points {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.statements = prepare(database);
  }

  /** Writes points in the place of those they replace, or after all others. */
  write(space: Space, points: readonly Point[]): { numbers: number[]; appended: number } {
    const { numberOf, writePoint, writeVector, writeSparse } = this.statements;
    const first = pointsOfSpace(space.id).from + space.appended;
    let next = first;
    const numbers = points.map((point) => {
      const { documentId, generation, index, passage, start, end, page, pageEnd, dense, sparse } = point;
      const number = numberOf.get(space.id, documentId, generation, index) ?? next++;
      writePoint.run(number, space.id, documentId, generation, index, passage, start, end, page, pageEnd);
      writeVector.run(number, toInt8(dense));
      writeSparse.run(number, toBytes(sparse));
      return number;
    });
    return { numbers, appended: next - first };
  }

  remove(numbers: readonly number[]): void {
    const { removePoint, removeVector, removeSparse } = this.statements;
    for (const remove of [removePoint, removeVector, removeSparse]) for (const number of numbers) remove.run(number);
  }

  /** Moves points after all others. */
  append(space: Space, numbers: readonly number[]): number[] {
    const { movePoint, moveVector, moveSparse } = this.statements;
    const first = pointsOfSpace(space.id).from + space.appended;
    for (const move of [movePoint, moveVector, moveSparse]) numbers.forEach((number, i) => move.run(first + i, number));
    return numbers.map((_, i) => first + i);
  }

  numbersIn({ from, to }: Range): number[] {
    return this.statements.numbersIn.all(from, to);
  }

  numbersOfDocument(space: Space, document: DocumentId, keepGeneration: number | null, limit: number): number[] {
    return this.statements.numbersOfDocument.all(space.id, document, keepGeneration, limit);
  }

  numbersOfDocuments(space: Space, documents: readonly DocumentId[]): number[] {
    return this.statements.numbersOfDocuments.all(JSON.stringify(documents), space.id);
  }

  *sparseIn({ from, to }: Range): Generator<[number: number, sparse: SparseVector]> {
    for (const [number, bytes] of this.statements.sparseIn.iterate(from, to)) yield [number, fromBytes(bytes)];
  }

  hit(kind: PointKind, number: number, score: number): Hit {
    const [documentId, generation, index, passage, start, end, page, pageEnd] = this.statements.hit.get(number)!;
    return { documentId, generation, kind, index, passage, start, end, page, pageEnd, score };
  }

  count(space: Space, document: DocumentId, generation: number): number {
    return this.statements.count.get(space.id, document, generation)!;
  }

  documents(): StoredDocument[] {
    return this.statements.documents.all();
  }
}

function prepare(database: Database) {
  return {
    writePoint: database.prepare('INSERT OR REPLACE INTO points VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    writeVector: database.prepare<[number, Int8Array]>('INSERT OR REPLACE INTO vectors VALUES (?, ?)'),
    writeSparse: database.prepare<[number, Uint8Array]>('INSERT OR REPLACE INTO sparse VALUES (?, ?)'),
    removePoint: database.prepare<[number]>('DELETE FROM points WHERE number = ?'),
    removeVector: database.prepare<[number]>('DELETE FROM vectors WHERE number = ?'),
    removeSparse: database.prepare<[number]>('DELETE FROM sparse WHERE number = ?'),
    movePoint: database.prepare<[number, number]>('UPDATE points SET number = ? WHERE number = ?'),
    moveVector: database.prepare<[number, number]>('UPDATE vectors SET number = ? WHERE number = ?'),
    moveSparse: database.prepare<[number, number]>('UPDATE sparse SET number = ? WHERE number = ?'),
    numberOf: database
      .prepare<[number, string, number, number], number>(
        'SELECT number FROM points WHERE space = ? AND document = ? AND generation = ? AND position = ?',
      )
      .pluck(),
    numbersIn: database.prepare<[number, number], number>('SELECT number FROM points WHERE number >= ? AND number < ?').pluck(),
    numbersOfDocument: database
      .prepare<[number, string, number | null, number], number>(
        'SELECT number FROM points WHERE space = ? AND document = ? AND generation IS NOT ? LIMIT ?',
      )
      .pluck(),
    numbersOfDocuments: database
      .prepare<[string, number], number>(
        'SELECT p.number FROM json_each(?) d CROSS JOIN points p WHERE p.document = d.value AND p.space = ?',
      )
      .pluck(),
    sparseIn: database
      .prepare<[number, number], [number, Buffer]>('SELECT number, vector FROM sparse WHERE number >= ? AND number < ?')
      .raw(),
    hit: database
      .prepare<[number], HitRow>(
        'SELECT document, generation, position, passage, start, "end", page, page_end FROM points WHERE number = ?',
      )
      .raw(),
    count: database
      .prepare<[number, string, number], number>('SELECT count(*) FROM points WHERE space = ? AND document = ? AND generation = ?')
      .pluck(),
    // grouped in the order of the index first, so that what is held is documents, never points
    documents: database.prepare<[], StoredDocument>(
      `SELECT s.tenant, d.document AS documentId, d.generation,
         sum(d.points * (s.kind = 'chunk')) AS chunk, sum(d.points * (s.kind = 'passage')) AS passage
       FROM (SELECT space, document, generation, count(*) AS points FROM points GROUP BY space, document, generation) d
       JOIN spaces s ON s.id = d.space GROUP BY s.tenant, d.document, d.generation`,
    ),
  };
}
