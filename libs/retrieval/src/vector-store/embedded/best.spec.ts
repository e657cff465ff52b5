import fc from 'fast-check';
import { best } from './best';

describe('best', () => {
  it('gives what sorting everything would give', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2, max: 9 })), fc.integer({ min: 1, max: 12 }), (values, limit) => {
        const sorted = [...values.keys()].filter((i) => values[i]! > 0).toSorted((a, b) => values[b]! - values[a]! || a - b);
        expect(best(Float64Array.from(values), limit)).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});
