import fc from 'fast-check';
import { seededRandom } from '@lectern/platform';
import { spread } from './spread';

const lengthsOf = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });

describe('spread', () => {
  it('gives as many distinct places as asked for or as there are, each inside its item', () => {
    fc.assert(
      fc.property(lengthsOf, fc.integer({ min: 1, max: 100 }), fc.nat(), (lengths, limit, seed) => {
        const places = spread(lengths, limit, seededRandom(seed));
        const all = lengths.reduce((sum, length) => sum + length, 0);
        expect(places).toHaveLength(Math.min(limit, all));
        expect(new Set(places.map(({ item, place }) => `${item}/${place}`)).size).toBe(places.length);
        for (const { item, place } of places) expect(place >= 0 && place < lengths[item]!).toBe(true);
      }),
    );
  });

  it('gives no item more than one place above another that has more left, in any beginning', () => {
    fc.assert(
      fc.property(lengthsOf, fc.integer({ min: 1, max: 60 }), fc.nat(), (lengths, limit, seed) => {
        const shares = lengths.map(() => 0);
        for (const { item } of spread(lengths, limit, seededRandom(seed))) {
          shares[item]!++;
          const fewest = Math.min(...shares.filter((share, other) => share < lengths[other]!), Infinity);
          expect(shares[item]! - 1).toBeLessThanOrEqual(fewest);
        }
      }),
    );
  });

  it('reaches over the length of an item', () => {
    const places = spread([100], 10, seededRandom(7)).map(({ place }) => Math.floor(place / 10));
    expect(places.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('is fixed by its seed', () => {
    const once = spread([30, 40, 50], 12, seededRandom(1));
    expect(spread([30, 40, 50], 12, seededRandom(1))).toEqual(once);
    expect(spread([30, 40, 50], 12, seededRandom(2))).not.toEqual(once);
  });
});
