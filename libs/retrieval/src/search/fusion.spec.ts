import fc from 'fast-check';
import { distributionBasedScoreFusion, reciprocalRankFusion } from './fusion';

const list = fc.uniqueArray(
  fc.record({ key: fc.string({ minLength: 1, maxLength: 2 }), score: fc.double({ min: 0.01, max: 50, noNaN: true }) }),
  {
    selector: ({ key }) => key,
    maxLength: 20,
  },
);
const lists = fc.array(list, { maxLength: 4 }).map((all) => all.map((scored) => ({ weight: 1, scored })));

describe('distributionBasedScoreFusion', () => {
  it('gives the published values', () => {
    const scored = [10, 20, 30].map((score) => ({ key: String(score), score }));
    expect([...distributionBasedScoreFusion([{ weight: 1, scored }]).values()]).toEqual(
      [1 / 3, 1 / 2, 2 / 3].map((value) => expect.closeTo(value, 10)),
    );
  });

  it.each([[[3]], [[4, 4, 4]]])('gives a half where a list has no spread: %j', (scores) => {
    const scored = scores.map((score, i) => ({ key: String(i), score }));
    expect([...distributionBasedScoreFusion([{ weight: 1, scored }]).values()]).toEqual(scores.map(() => 0.5));
  });

  it('fuses exactly the union of its lists, in whatever order they come', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const fused = distributionBasedScoreFusion(all);
        expect(new Set(fused.keys())).toEqual(new Set(all.flatMap(({ scored }) => scored.map(({ key }) => key))));
        for (const [key, score] of distributionBasedScoreFusion(all.toReversed())) expect(score).toBeCloseTo(fused.get(key)!, 9);
      }),
    );
  });

  it('does not depend on the scale or the origin of a list’s scores', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 100 }), fc.integer({ min: -50, max: 50 }), (scored, scale, shift) => {
        const moved = scored.map(({ key, score }) => ({ key, score: score * scale + shift }));
        const fused = distributionBasedScoreFusion([{ weight: 1, scored }]);
        for (const [key, score] of distributionBasedScoreFusion([{ weight: 1, scored: moved }]))
          expect(score).toBeCloseTo(fused.get(key)!, 4);
      }),
    );
  });
});

describe('reciprocalRankFusion', () => {
  it('gives the values of Qdrant’s own test', () => {
    const named = (...keys: string[]) => ({ weight: 1, scored: keys.map((key, i) => ({ key, score: 9 - i })) });
    const fused = reciprocalRankFusion([named('2', '1'), named('1', '2', '3'), named('5', '3', '1')]);
    expect(Object.fromEntries(fused)).toEqual({
      1: expect.closeTo(1.0833334, 6),
      2: expect.closeTo(0.8333334, 6),
      3: expect.closeTo(0.5833334, 6),
      5: 0.5,
    });
  });

  it('does not look at scores, and fuses exactly the union of its lists', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const fused = reciprocalRankFusion(all);
        expect(new Set(fused.keys())).toEqual(new Set(all.flatMap(({ scored }) => scored.map(({ key }) => key))));
        const flat = all.map(({ weight, scored }) => ({ weight, scored: scored.map(({ key }) => ({ key, score: 1 })) }));
        expect(reciprocalRankFusion(flat)).toEqual(fused);
      }),
    );
  });
});
