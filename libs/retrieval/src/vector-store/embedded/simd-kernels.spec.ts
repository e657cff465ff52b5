import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import loadWabt from 'wabt';
import { COMPILED, LANES, products, productsOfSigns, sharedBits } from './simd-kernels';

const sized = (size: number) => fc.uint8Array({ minLength: size, maxLength: size });
/** Something of some length, and up to 40 others of that length in one piece. */
const oneAndMany = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 40 }))
  .chain(([lanes, count]) => fc.tuple(sized(LANES * lanes), sized(LANES * lanes * count)));

describe('the kernels', () => {
  it('are what the text beside them says', async () => {
    const wabt = await loadWabt();
    const text = readFileSync(join(__dirname, 'simd-kernels.wat'), 'utf8');
    const { buffer } = wabt.parseWat('simd-kernels.wat', text).toBinary({});
    expect(Buffer.from(buffer).toString('base64')).toBe(COMPILED);
  });

  it('multiply vectors, the greatest values among them', () => {
    fc.assert(
      fc.property(oneAndMany, ([one, many]) => {
        const [vector, block] = [new Int8Array(one.buffer), new Int8Array(many.buffer)];
        const positions = Array.from({ length: block.length / vector.length }, (_, i) => i).filter((i) => i % 3 !== 1);
        const expected = positions.map((i) => vector.reduce((sum, value, at) => sum + value * block[i * vector.length + at]!, 0));
        expect(products(vector, block, positions)).toEqual(expected);
      }),
    );
    const greatest = new Int8Array(4096).fill(-128);
    expect(products(greatest, greatest, [0])).toEqual([4096 * 2 ** 14]);
  });

  it('count the bits that codes share', () => {
    const ones = (byte: number) => byte.toString(2).replaceAll('0', '').length;
    fc.assert(
      fc.property(oneAndMany, ([code, codes]) => {
        const expected = Array.from({ length: codes.length / code.length }, (_, i) =>
          code.reduce((sum, byte, at) => sum + 8 - ones(byte ^ codes[i * code.length + at]!), 0),
        );
        expect([...sharedBits(code, codes)]).toEqual(expected);
      }),
    );
  });

  it('multiply a vector and the signs of others', () => {
    fc.assert(
      fc.property(sized(LANES * 8), sized(3 * LANES), (values, codes) => {
        const vector = new Int8Array(values.buffer).map((value) => Math.max(value, -127));
        const expected = [0, 1, 2].map((i) =>
          vector.reduce((sum, value, at) => sum + ((codes[i * LANES + (at >>> 3)]! >>> (at & 7)) & 1 ? -value : value), 0),
        );
        expect([...productsOfSigns(vector, codes, LANES)]).toEqual(expected);
      }),
    );
  });

  it('take more than their memory held at first', () => {
    const code = new Uint8Array(512).fill(255);
    expect(new Set(sharedBits(code, new Uint8Array(512 * 1024).fill(255)))).toEqual(new Set([4096]));
  });
});
