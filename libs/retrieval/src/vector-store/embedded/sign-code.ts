import { LANES } from './simd-kernels';

/**
 * Vectors as one bit a dimension, their signs: near vectors share more of them than far ones (Charikar 2002), so that the
 * best by signs hold nearly all of the best by cosine, at an eighth of the reading.
 */
export const codeBytes = (dimension: number): number => LANES * Math.ceil(dimension / (8 * LANES));

/** The sign of every value as a bit of `code`, the rest of it being 0. */
export function writeSigns(values: Float32Array | Int8Array, code: Uint8Array): void {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0) code[i >>> 3]! |= 1 << (i & 7);
}
