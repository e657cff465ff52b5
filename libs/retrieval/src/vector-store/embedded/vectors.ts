import { type Database } from 'better-sqlite3';
import { load as loadSqliteVec } from 'sqlite-vec';
import { DamagedFileError } from './file-errors';
import { cosineOf, toInt8, type Int8Vector } from './int8';
import { pointsOfSegment, SEGMENT, type Range } from './layout';
import { RecentBlobs } from './recent-blobs';
import { codeBytes, writeSigns } from './sign-code';
import { aligned } from './sparse-bytes';

/** Signs that are kept in memory: those of some 250,000 vectors of 1,024 dimensions. */
const RECENT_BYTES = 32 * 2 ** 20;

type Distance = [number: number, norm: number, distance: number];

/** The dense vectors, and of each full segment the signs of its vectors in one piece. */
export class Vectors {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly recentCodes = new RecentBlobs<Uint8Array>(RECENT_BYTES);

  constructor(database: Database) {
    loadSqliteVec(database);
    this.statements = prepare(database);
  }

  write(number: number, vector: Float32Array): void {
    const { norm, values } = toInt8(vector);
    this.statements.write.run(number, norm, values);
  }

  remove(number: number): void {
    this.statements.remove.run(number);
  }

  move(from: number, to: number): void {
    this.statements.move.run(to, from);
  }

  /** Tells the cosine of each of some points' vectors, or of all in a range, and another vector. */
  cosines(points: readonly number[] | Range, { values, norm }: Int8Vector, tell: (number: number, cosine: number) => void): void {
    const { distances, distancesIn } = this.statements;
    const rows = 'from' in points ? distancesIn.all(values, points.from, points.to) : distances.all(values, JSON.stringify(points));
    for (const [number, own, distance] of rows) tell(number, cosineOf(own, norm, distance));
  }

  /** The signs of a full segment's vectors, `size` bytes each: those of no point are 0. */
  codes(segment: number, size: number): Uint8Array {
    const known = this.recentCodes.of(segment, 0).get(0);
    if (known) return known;
    const codes = aligned(this.statements.readCodes.get(segment) ?? new Uint8Array(0));
    if (codes.length !== SEGMENT * size) throw new DamagedFileError('The signs of a segment are not as many as its points.');
    this.recentCodes.add(segment, 0, codes, codes.length);
    return codes;
  }

  writeCodes(segment: number): void {
    const range = pointsOfSegment(segment);
    const rows = this.statements.readIn.all(range.from, range.to);
    const size = codeBytes(rows[0]?.[1].length ?? 0);
    const codes = new Uint8Array(SEGMENT * size);
    for (const [number, { buffer, byteOffset, length }] of rows)
      writeSigns(new Int8Array(buffer, byteOffset, length), codes.subarray((number - range.from) * size));
    this.statements.writeCodes.run(segment, codes);
  }

  dropCodes(segment: number): void {
    this.statements.dropCodes.run(segment);
  }
}

function prepare(database: Database) {
  // the distance, of which the cosine follows, is computed in half the time that sqlite-vec takes for the cosine itself
  const distances = 'SELECT number, norm, vec_distance_l2(vec_int8(dense), vec_int8(?)) FROM';
  return {
    write: database.prepare<[number, number, Int8Array]>('INSERT INTO vectors VALUES (?, ?, ?)'),
    remove: database.prepare<[number]>('DELETE FROM vectors WHERE number = ?'),
    move: database.prepare<[number, number]>('UPDATE vectors SET number = ? WHERE number = ?'),
    distances: database
      .prepare<[Int8Array, string], Distance>(`${distances} json_each(?) j CROSS JOIN vectors WHERE number = j.value`)
      .raw(),
    distancesIn: database.prepare<[Int8Array, number, number], Distance>(`${distances} vectors WHERE number >= ? AND number < ?`).raw(),
    readIn: database
      .prepare<[number, number], [number, Buffer]>('SELECT number, dense FROM vectors WHERE number >= ? AND number < ?')
      .raw(),
    readCodes: database.prepare<[number], Buffer>('SELECT block FROM codes WHERE segment = ?').pluck(),
    writeCodes: database.prepare<[number, Uint8Array]>('INSERT OR REPLACE INTO codes VALUES (?, ?)'),
    dropCodes: database.prepare<[number]>('DELETE FROM codes WHERE segment = ?'),
  };
}
