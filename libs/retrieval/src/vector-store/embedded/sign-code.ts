/**
 * Vectors as one bit a dimension, their signs: near vectors share more of them than far ones (Charikar 2002), so that the
 * best by signs hold nearly all of the best by cosine, at an eighth of the reading.
 */
export const codeBytes = (dimension: number): number => 8 * Math.ceil(dimension / 64);

/** The sign of every value as a bit of `code`, the rest of it being 0. */
export function writeSigns(values: Float32Array | Int8Array, code: Uint8Array): void {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) code[i >>> 3]! |= 1 << (i & 7);
}

/** How many signs of `code` each of `codes` shares; Hamming's distance turned round. All have the same number of words. */
export function sharedSigns(code: Int32Array, codes: Int32Array, shared: Uint16Array): void {
  const words = code.length;
  for (let i = 0, at = 0; at < codes.length; i++) {
    let differing = 0;
    for (let word = 0; word < words; word += 2) differing += ones(code[word]! ^ codes[at++]!, code[word + 1]! ^ codes[at++]!);
    shared[i] = 32 * words - differing;
  }
}

/** How many bits of two words are 1, by adding neighbours (Warren, Hacker's Delight, 5-1). */
function ones(a: number, b: number): number {
  const [pairsOfA, pairsOfB] = [a - ((a >>> 1) & 0x55555555), b - ((b >>> 1) & 0x55555555)];
  const fours = (pairsOfA & 0x33333333) + ((pairsOfA >>> 2) & 0x33333333) + (pairsOfB & 0x33333333) + ((pairsOfB >>> 2) & 0x33333333);
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}

/**
 * The product of a whole vector and of the signs of another: a far better guess than signs against signs. It takes a table of
 * what each byte of a code contributes, and so a look-up a byte.
 */
export class SignProduct {
  private readonly table: Float32Array;

  constructor(vector: Float32Array) {
    this.table = new Float32Array(256 * codeBytes(vector.length));
    for (let at = 0; at < vector.length; at += 8) {
      const table = this.table.subarray(32 * at, 32 * at + 256);
      for (let bit = 0; bit < 8; bit++) table[0]! += vector[at + bit] ?? 0;
      // a byte with one bit more
      for (let byte = 1; byte < 256; byte++) table[byte] = table[byte & (byte - 1)]! - 2 * (vector[at + lowestOne(byte)] ?? 0);
    }
  }

  with(codes: Uint8Array, at: number): number {
    const { table } = this;
    let [even, odd] = [0, 0]; // two sums, so that one need not wait for the other
    for (let from = 0; from < table.length; from += 512) {
      even += table[from + codes[at++]!]!;
      odd += table[from + 256 + codes[at++]!]!;
    }
    return even + odd;
  }
}

const lowestOne = (byte: number): number => 31 - Math.clz32(byte & -byte);
