import fc from 'fast-check';
import { cosineOf, toInt8 } from './int8';

describe('toInt8', () => {
  it('keeps directions: the cosine to the original stays above .999', () => {
    const vectors = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(vectors, (values) => {
        const squares = values.reduce((sum, v) => sum + v * v, 0);
        fc.pre(squares > 1e-6);
        const vector = Float32Array.from(values);
        const small = toInt8(vector);
        const product = values.reduce((sum, v, i) => sum + v * small.values[i]!, 0);
        expect(product / Math.sqrt(squares) / small.norm).toBeGreaterThan(0.999);
      }),
    );
  });
});

describe('cosineOf', () => {
  it('follows from the distance', () => {
    expect(cosineOf(5, 10, Math.hypot(3 - 8, 4 - 6))).toBeCloseTo((3 * 8 + 4 * 6) / 50);
  });
});
