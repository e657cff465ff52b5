import { LANES } from './simd-kernels';

/** A vector in a quarter of its room. */
export interface Int8Vector {
  /** Zeros behind the vector's own values, so that the kernels can take whole lanes. */
  readonly values: Int8Array;
  /** The length of `values`. */
  readonly norm: number;
}

/**
 * Each value to the nearest of 255 steps of the vector's own greatest one. Cosines, all that is asked of stored vectors, do
 * not change with a vector's scale.
 */
export function toInt8(vector: Float32Array): Int8Vector {
  let greatest = 0;
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
  const values = new Int8Array(LANES * Math.ceil(vector.length / LANES));
  let squares = 0;
  for (let i = 0; i < vector.length; i++) {
    values[i] = Math.round((vector[i]! / greatest) * 127);
    squares += values[i]! ** 2;
  }
  return { values, norm: Math.sqrt(squares) };
}
