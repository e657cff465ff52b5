import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distributionBasedScoreFusion } from '../../search/fusion';
import { type ScoredPoint } from './qdrant-points';
import { frequencyOf } from './qdrant-search';

/** What Qdrant's engine answered to fixed cases. */
const FILE = join(__dirname, '../../../../../../shared/contracts/qdrant-golden.json');
if (!existsSync(FILE)) console.warn('The golden answers of Qdrant are not there: their specs are skipped.');

interface Golden {
  collection: { points: { id: number; text: string; dense: number[]; payload: { tenant_id: string } }[] };
  queries: { name: string; request: { prefetch?: [{ query: number[]; limit: number }, unknown] }; points: ScoredPoint[] }[];
}

(existsSync(FILE) ? describe : describe.skip)('the golden answers of Qdrant', () => {
  const { collection, queries } = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Golden;
  const answerTo = (name: string) => queries.find((query) => query.name === name)!;

  it('tell the frequency of a term as the texts do', () => {
    const own = collection.points.filter(({ payload }) => payload.tenant_id === 't_1');
    const holding = (word: RegExp) => own.filter(({ text }) => word.test(text));
    const words = [/light/i, /energy/i, /plants/i]; // of the query
    const told = own.flatMap(({ id, text }) => {
      const [word, another] = words.filter((each) => each.test(text));
      if (!word || another) return []; // with one of the words alone, a score is one product
      const scoreIn = (name: string) => answerTo(name).points.find((point) => point.id === id);
      const tenant = scoreIn('bm25, idf over the tenant');
      return [
        [frequencyOf(own.length, tenant, scoreIn('bm25, idf over a corpus that is empty: ln 2 for each term')), holding(word).length],
      ];
    });
    expect(told.length).toBeGreaterThan(3);
    for (const [found, counted] of told) expect(found).toBe(counted);
    expect(frequencyOf(own.length, undefined, undefined)).toBe(0);
  });

  it('fuse lists by score as we do', () => {
    const { request, points } = answerTo('dbsf');
    const [{ query, limit }] = request.prefetch!;
    const cosine = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
    const dense = collection.points
      .map(({ id, dense }) => ({ key: String(id), score: cosine(dense, query) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit);
    const sparse = answerTo('bm25, idf over everything').points.map(({ id, score }) => ({ key: String(id), score }));
    const fused = distributionBasedScoreFusion([
      { weight: 1, scored: dense },
      { weight: 1, scored: sparse },
    ]);
    for (const { id, score } of points) expect(fused.get(String(id))).toBeCloseTo(score, 4);
  });
});
