import fc from 'fast-check';
import { codeBytes, writeSigns } from './sign-code';
import { sharedBits } from './simd-kernels';

const value = fc.double({ min: -1, max: 1, noNaN: true }).filter((v) => v !== 0);
const pair = fc
  .integer({ min: 1, max: 200 })
  .chain((dimension) =>
    fc.tuple(
      fc.array(value, { minLength: dimension, maxLength: dimension }),
      fc.array(value, { minLength: dimension, maxLength: dimension }),
    ),
  )
  .map(([a, b]) => [Float32Array.from(a), Float32Array.from(b)] as const);

function codeOf(vector: Float32Array): Uint8Array {
  const code = new Uint8Array(codeBytes(vector.length));
  writeSigns(vector, code);
  return code;
}
const sign = (v: number) => (v < 0 ? -1 : 1);

describe('codes of signs', () => {
  it('tell how many signs two vectors share, those behind their ends among them', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const bits = 8 * codeBytes(a.length);
        const codes = Uint8Array.from([...codeOf(a), ...codeOf(b)]);
        expect([...sharedBits(codeOf(a), codes)]).toEqual([bits, bits - a.filter((v, i) => sign(v) !== sign(b[i]!)).length]);
      }),
    );
  });
});
