import { seededRandom } from '@lectern/platform';
import SqliteDatabase from 'better-sqlite3';
import { DenseSearch } from './dense-search';
import { pointsOfSpace, SEGMENT, segmentOf } from './layout';
import { Places } from './places';
import { SCHEMA } from './schema';
import { Vectors } from './vectors';

const DIMENSION = 96;
const POINTS = 5000;
const LIMIT = 20;
const random = seededRandom(3);
const noise = () => Float32Array.from({ length: DIMENSION }, () => random() + random() + random() - 1.5);
const topics = Array.from({ length: 40 }, noise);

/** Gathered around topics, as vectors of texts are. */
function vector(): Float32Array {
  const topic = topics[Math.floor(random() * topics.length)]!;
  const mixed = noise().map((v, i) => v + topic[i]!);
  const norm = Math.hypot(...mixed);
  return mixed.map((v) => v / norm);
}

describe('DenseSearch', () => {
  const database = new SqliteDatabase(':memory:');
  database.exec(SCHEMA);
  const vectors = new Vectors(database);
  const { from } = pointsOfSpace(1);
  const held = Array.from({ length: POINTS }, vector);
  vectors.append(from, held);
  const segments = Array.from({ length: Math.ceil(POINTS / SEGMENT) }, (_, i) => {
    const number = segmentOf(from) + i;
    const inverted = Math.min(SEGMENT, POINTS - i * SEGMENT);
    if (inverted === SEGMENT) vectors.writeCodes(number);
    return { number, points: SEGMENT, inverted, gone: null };
  });
  const places = new Places(segments);
  const search = new DenseSearch(vectors);

  const found = (query: Float32Array, among?: readonly number[], limit = LIMIT) =>
    new Map(search.search({ id: 1, points: POINTS, appended: POINTS }, places, query, limit, among));
  const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  const best = (query: Float32Array, numbers: readonly number[]) =>
    numbers.toSorted((a, b) => cosine(query, held[b - from]!) - cosine(query, held[a - from]!)).slice(0, LIMIT);
  const all = held.map((_, i) => from + i);

  it('finds nearly all of the best among many, with their cosines', () => {
    let recalled = 0;
    for (let n = 0; n < 20; n++) {
      const query = vector();
      const scores = found(query);
      for (const number of best(query, all)) {
        if (scores.has(number)) recalled++;
        expect(scores.get(number) ?? cosine(query, held[number - from]!)).toBeCloseTo(cosine(query, held[number - from]!), 2);
      }
    }
    expect(recalled / (20 * LIMIT)).toBeGreaterThan(0.97);
  });

  it('compares every one of a few, and of those in a segment that still grows', () => {
    const query = vector();
    const few = all.filter((_, i) => i % 5 === 0);
    const scores = found(query, few, few.length);
    for (const number of few)
      expect(Math.abs((scores.get(number) ?? 0) - Math.max(0, cosine(query, held[number - from]!)))).toBeLessThan(0.01);
    const last = held[POINTS - 1]!;
    expect(found(last).get(from + POINTS - 1)).toBeCloseTo(1, 2);
  });

  it('keeps to the points that count, many or few', () => {
    const query = vector();
    const many = all.filter((_, i) => i % 2 === 0);
    const scores = found(query, many);
    expect([...scores.keys()].every((number) => number % 2 === from % 2)).toBe(true);
    expect(best(query, many).filter((number) => scores.has(number)).length).toBeGreaterThan(0.9 * LIMIT);
  });
});
