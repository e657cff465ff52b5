import SqliteDatabase from 'better-sqlite3';
import { toInt8 } from './int8';
import { pointsOfSpace, VECTORS_A_PACK } from './layout';
import { SCHEMA } from './schema';
import { Vectors } from './vectors';

const { from } = pointsOfSpace(1);
const POINTS = 2 * VECTORS_A_PACK + 1;
/** Angles in the plane, so that every cosine is known. */
const vectorAt = (i: number) => Float32Array.of(Math.cos(i / 10), Math.sin(i / 10));

describe('Vectors', () => {
  const database = new SqliteDatabase(':memory:');
  let vectors: Vectors;
  beforeEach(() => {
    database.exec(
      `DROP TABLE IF EXISTS vectors; DROP TABLE IF EXISTS codes; ${SCHEMA.match(/CREATE TABLE (vectors|codes).*;/g)!.join('')}`,
    );
    vectors = new Vectors(database);
    vectors.append(
      from,
      Array.from({ length: POINTS }, (_, i) => vectorAt(i)),
    );
  });

  const cosines = (numbers: readonly number[], appended = POINTS, reader = vectors) => {
    const told = new Map<number, number>();
    reader.cosines({ id: 1, points: POINTS, appended }, numbers, toInt8(vectorAt(0)), (number, cosine) => told.set(number, cosine));
    return told;
  };
  const all = Array.from({ length: POINTS }, (_, i) => from + i);
  const rows = () => database.prepare<[], number>('SELECT count(*) FROM vectors').pluck().get();

  it('tell the cosines of all, and of some', () => {
    const told = cosines(all);
    expect([...told.keys()]).toEqual(all);
    for (const [i, number] of all.entries()) expect(told.get(number)).toBeCloseTo(Math.cos(i / 10), 2);
    expect([...cosines([from + 3, from + 7]).keys()]).toEqual([from + 3, from + 7]);
  });

  it('go on in a pack that was not full, seen by whoever has read it before', () => {
    cosines(all);
    new Vectors(database).append(from + POINTS, [vectorAt(0)]);
    expect(cosines([from + POINTS], POINTS + 1).get(from + POINTS)).toBeCloseTo(1, 2);
  });

  it('leave nothing of a removed vector in the file, and no pack without vectors', () => {
    vectors.remove([from, from + 1, ...all.slice(VECTORS_A_PACK, 2 * VECTORS_A_PACK)]);
    expect([...cosines(all, POINTS, new Vectors(database)).keys()]).toEqual([...all.slice(2, VECTORS_A_PACK), from + POINTS - 1]);
    const first = database.prepare<[], Buffer>('SELECT block FROM vectors LIMIT 1').pluck().get()!;
    const size = (first.length - 4 * VECTORS_A_PACK) / VECTORS_A_PACK;
    expect(first.subarray(4 * VECTORS_A_PACK, 4 * VECTORS_A_PACK + 2 * size).every((byte) => byte === 0)).toBe(true);
    expect(rows()).toBe(2);
  });

  it('move to new points as they are', () => {
    vectors.move([from + 2, from + 8], from + 512);
    const told = cosines([...all, from + 512, from + 513], 514, new Vectors(database));
    expect(told.get(from + 512)).toBeCloseTo(Math.cos(0.2), 2);
    expect(told.get(from + 513)).toBeCloseTo(Math.cos(0.8), 2);
    expect(told.has(from + 2) || told.has(from + 8)).toBe(false);
  });
});
