import fc from 'fast-check';
import { toInt8 } from './int8';

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

  it('ends in whole lanes', () => {
    expect(toInt8(Float32Array.of(0, -2, 1)).values).toEqual(Int8Array.of(0, -127, 64, ...Array.from({ length: 13 }, () => 0)));
  });
});
