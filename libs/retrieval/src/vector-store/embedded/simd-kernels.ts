/** `simd-kernels.wat`, compiled; `simd-kernels.spec.ts` compiles it again and says what belongs here. */
export const COMPILED =
  'AGFzbQEAAAABEAJgA39/fwF/YAV/f39/fwADBAMAAQAFAwEABAc1BAZtZW1vcnkCAAdwcm9kdWN0AAALc2hhcmVkX2JpdHMAARBwcm9kdWN0X29mX3NpZ25zAAIK' +
  'mQMDbgIBfwN7IAAgAmohAwNAIAD9AAQAIQQgAf0ABAAhBSAGIAT9hwEgBf2HAf26ASAE/YgBIAX9iAH9ugH9rgH9rgEhBiABQRBqIQEgAEEQaiIAIANJDQALIAb9' +
  'GwAgBv0bAWogBv0bAiAG/RsDamoLhgECAX8BewNAQQAhBf0MAAAAAAAAAAAAAAAAAAAAACEGA0AgBiAAIAVq/QAEACABIAVq/QAEAP1R/U39Yv19/Y4BIQYgBUEQ' +
  'aiIFIANJDQALIAb9fyEGIAQgBv0bACAG/RsBaiAG/RsCIAb9GwNqajsBACAEQQJqIQQgASADaiIBIAJJDQALC58BAgF/A3sgACABaiEDA0AgAv0IAQD9DAAAAAAA' +
  'AAAAAQEBAQEBAQH9DiEFIAX9DAECBAgQIECAAQIECBAgQID9Tv0MAAAAAAAAAAAAAAAAAAAAAP0kIQUgAP0ABAAgBf1RIAX9cSEEIAYgBP18/X79rgEhBiACQQJq' +
  'IQIgAEEQaiIAIANJDQALIAb9GwAgBv0bAWogBv0bAiAG/RsDamoL';

/** What is used here of it: TypeScript declares it for browsers alone. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  product(a: number, b: number, size: number): number;
  shared_bits(code: number, codes: number, end: number, size: number, shared: number): void;
  product_of_signs(vector: number, size: number, code: number): number;
}

/** What the kernels take at a time, in bytes: sizes are rounded up to it. */
export const LANES = 16;
const WASM_PAGE = 65_536;

const kernels = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(COMPILED, 'base64'))).exports as Kernels;

/** The inner products of a vector and some of those that stand in one block, one every `vector.length` bytes, by their positions in it. */
export function products(vector: Int8Array, block: Int8Array, positions: readonly number[]): number[] {
  const size = vector.length;
  const memory = withRoom(size + block.length);
  memory.set(new Uint8Array(vector.buffer, vector.byteOffset, size));
  // from the first that is asked for to the last: of few candidates in many blocks it is mostly one
  const [from, to] = [Math.min(...positions) * size, (Math.max(...positions) + 1) * size];
  memory.set(new Uint8Array(block.buffer, block.byteOffset + from, to - from), size);
  return positions.map((position) => kernels.product(0, size + position * size - from, size));
}

/** How many bits `code` shares with each of `codes`, which are of its length: Hamming's distance turned round. */
export function sharedBits(code: Uint8Array, codes: Uint8Array): Uint16Array {
  const size = code.length;
  const end = size + codes.length;
  const memory = withRoom(end + (2 * codes.length) / size);
  memory.set(code);
  memory.set(codes, size);
  kernels.shared_bits(0, size, end, size, end);
  return new Uint16Array(memory.buffer, end, codes.length / size);
}

/**
 * The inner products of a whole vector, of values above -128, and of the signs of others, whose codes are `size` bytes each: a
 * far better guess at the product of both than signs against signs.
 */
export function productsOfSigns(vector: Int8Array, codes: Uint8Array, size: number): Int32Array {
  const at = vector.length;
  const memory = withRoom(at + codes.length);
  memory.set(new Uint8Array(vector.buffer, vector.byteOffset, at));
  memory.set(codes, at);
  return Int32Array.from({ length: codes.length / size }, (_, i) => kernels.product_of_signs(0, at, at + i * size));
}

/** The kernels' memory, which every call writes anew. */
function withRoom(bytes: number): Uint8Array {
  const missing = bytes - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / WASM_PAGE));
  return new Uint8Array(kernels.memory.buffer);
}
