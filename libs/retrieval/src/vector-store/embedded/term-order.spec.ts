import fc from 'fast-check';
import { termOrder } from './term-order';

describe('termOrder', () => {
  it('orders by term, equal terms as they came', () => {
    const term = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
    fc.assert(
      fc.property(fc.array(term), (terms) => {
        const expected = [...terms.keys()].toSorted((a, b) => terms[a]! - terms[b]! || a - b);
        expect([...termOrder(Uint32Array.from(terms))]).toEqual(expected);
      }),
    );
  });
});
