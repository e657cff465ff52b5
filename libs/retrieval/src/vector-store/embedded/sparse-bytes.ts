import { type SparseVector } from '../../text/sparse-encoder';

/** A sparse vector as it lies in the file: all term ids, then all values, 4 bytes each in the machine's order. */
export function toBytes({ indices, values }: SparseVector): Uint8Array {
  const bytes = new Uint8Array(indices.byteLength + values.byteLength);
  bytes.set(new Uint8Array(indices.buffer, indices.byteOffset, indices.byteLength));
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), indices.byteLength);
  return bytes;
}

export function fromBytes(bytes: Uint8Array): SparseVector {
  const { buffer, byteOffset, length } = aligned(bytes);
  return {
    indices: new Uint32Array(buffer, byteOffset, length / 8),
    values: new Float32Array(buffer, byteOffset + length / 2, length / 8),
  };
}

/** The same bytes, where a view of 4-byte numbers may begin. */
export function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
}
