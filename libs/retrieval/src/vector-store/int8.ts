/**
 * A vector in a quarter of its room: each value to the nearest of 255 steps of its own greatest value. Cosines, all that is
 * asked of stored vectors, do not change with a vector's scale.
 */
export function toInt8(vector: Float32Array): Int8Array {
  let greatest = 0;
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
  const small = new Int8Array(vector.length);
  for (let i = 0; i < vector.length; i++) small[i] = Math.round((vector[i]! / greatest) * 127);
  return small;
}
