import fc from 'fast-check';
import { hash32 } from './hash';

describe('hash32', () => {
  it('is the same in every process and version', () => {
    expect([hash32(''), hash32('magma'), hash32('magma', 7), hash32('火山')]).toMatchInlineSnapshot(`
     [
       2886220781,
       3564588710,
       371749536,
       2690227960,
     ]
    `);
  });

  it('keeps short words of different seeds apart', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const words = letters.flatMap((first) => ['ore', 'ard', 'ing', 'ime'].map((rest) => first + rest));
    const hashes = [11, 12, 13, 14].flatMap((seed) => words.map((word) => hash32(word, seed)));
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('gives a uint32 of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(1000), (text, seed) => {
        const hash = hash32(text, seed);
        expect(hash).toBe(hash >>> 0);
      }),
    );
  });
});
