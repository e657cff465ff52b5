import fc from 'fast-check';
import { similarity, stemsOf } from './similarity';

const terms = fc.uniqueArray(fc.nat(30), { maxLength: 12 }).map((list) => Uint32Array.from(list).toSorted());

describe('similarity', () => {
  it('is the share of common stems', () => {
    expect(similarity(stemsOf('Rocks melt.'), stemsOf('The rock is melting'))).toBe(1);
    expect(similarity(stemsOf('molten rock'), stemsOf('molten metal'))).toBeCloseTo(1 / 3);
    expect(similarity(stemsOf(''), stemsOf(''))).toBe(1);
  });

  it('is Jaccard’s, for any two sets', () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const all = new Set([...a, ...b]);
        const common = a.filter((term) => b.includes(term)).length;
        expect(similarity(a, b)).toBe(all.size === 0 ? 1 : common / all.size);
      }),
    );
  });
});
