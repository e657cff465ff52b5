/** Scales a vector to L2 norm 1, in place. One without a direction (zero, NaN) stays as it is: `assertVectors` refuses it. */
export function toUnit(vector: Float32Array): Float32Array {
  const length = norm(vector);
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! / length;
  return vector;
}

export function norm(vector: Float32Array): number {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Math.sqrt(sum);
}
