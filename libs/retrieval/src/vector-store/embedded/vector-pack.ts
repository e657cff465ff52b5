import { DamagedFileError } from './file-errors';
import { type Int8Vector } from './int8';
import { VECTORS_A_PACK } from './layout';
import { aligned } from './sparse-bytes';

const HEADER = 4 * VECTORS_A_PACK;

/** Neighbouring vectors in one piece: the norms of all, then the values of all, zeros where there is none. */
export class VectorPack {
  readonly bytes: Uint8Array;
  private readonly norms: Float32Array;
  /** Of all vectors, `size` each. */
  readonly values: Int8Array;
  readonly size: number;

  /** @throws DamagedFileError where the length is not that of a pack */
  constructor(bytes: Uint8Array) {
    this.bytes = aligned(bytes);
    const { buffer, byteOffset, length } = this.bytes;
    this.size = (length - HEADER) / VECTORS_A_PACK;
    if (length <= HEADER || !Number.isInteger(this.size)) throw new DamagedFileError('A pack of vectors is not as long as one.');
    this.norms = new Float32Array(buffer, byteOffset, VECTORS_A_PACK);
    this.values = new Int8Array(buffer, byteOffset + HEADER, length - HEADER);
  }

  static empty(size: number): VectorPack {
    return new VectorPack(new Uint8Array(HEADER + VECTORS_A_PACK * size));
  }

  get isEmpty(): boolean {
    return this.norms.every((norm) => norm === 0);
  }

  /** 0 where there is no vector. */
  normAt(position: number): number {
    return this.norms[position]!;
  }

  at(position: number): Int8Vector {
    return { norm: this.norms[position]!, values: this.values.subarray(position * this.size, (position + 1) * this.size) };
  }

  set(position: number, { norm, values }: Int8Vector): void {
    this.norms[position] = norm;
    this.values.set(values, position * this.size);
  }

  clear(position: number): void {
    this.norms[position] = 0;
    this.values.fill(0, position * this.size, (position + 1) * this.size);
  }
}
