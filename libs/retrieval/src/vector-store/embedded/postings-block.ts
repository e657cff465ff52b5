import { type SparseVector } from '../../text/sparse-encoder';
import { DamagedFileError } from './file-errors';
import { blockOf } from './layout';
import { aligned } from './sparse-bytes';
import { termOrder } from './term-order';

/** (term, point, value) each: parallel lists. Places are counted from the first point of a segment or group. */
export interface Entries {
  readonly terms: Uint32Array;
  readonly values: Float32Array;
  readonly places: Uint16Array;
}

/** Where a term is, and with which value: parallel lists. */
export type TermEntries = Omit<Entries, 'terms'>;

export function entriesOf(texts: readonly (readonly [place: number, sparse: SparseVector])[]): Entries {
  const entries = room(texts.reduce((sum, [, { indices }]) => sum + indices.length, 0));
  let at = 0;
  for (const [place, { indices, values }] of texts) {
    entries.terms.set(indices, at);
    entries.values.set(values, at);
    entries.places.fill(place, at, (at += indices.length));
  }
  return entries;
}

/** Some of a group's segments in one: what each has, and where in the group it begins. */
export function joined(parts: readonly (readonly [base: number, block: PostingsBlock])[]): Entries {
  const entries = room(parts.reduce((sum, [, { values }]) => sum + values.length, 0));
  let at = 0;
  for (const [base, { terms, ends, values, places }] of parts) {
    entries.values.set(values, at);
    for (let i = 0; i < places.length; i++) entries.places[at + i] = base + places[i]!;
    terms.forEach((term, i) => entries.terms.fill(term, at + (i === 0 ? 0 : ends[i - 1]!), at + ends[i]!));
    at += values.length;
  }
  return entries;
}

function room(size: number): Entries {
  return { terms: new Uint32Array(size), values: new Float32Array(size), places: new Uint16Array(size) };
}

/** Entries in any order as bytes: a block for each range of terms that occurs, each term's entries in the order they came. */
export function* blocksOf(entries: Entries, bits: number): Generator<[block: number, bytes: Uint8Array]> {
  const order = termOrder(entries.terms);
  const sorted = room(order.length);
  for (let i = 0; i < order.length; i++) {
    sorted.terms[i] = entries.terms[order[i]!]!;
    sorted.values[i] = entries.values[order[i]!]!;
    sorted.places[i] = entries.places[order[i]!]!;
  }
  const { terms } = sorted;
  for (let from = 0, to = 0; from < terms.length; from = to) {
    const block = blockOf(terms[from]!, bits);
    while (to < terms.length && blockOf(terms[to]!, bits) === block) to++;
    yield [block, toBytes(sorted, from, to)];
  }
}

/** The count of terms, the terms, where the entries of each end, then the entries' values and places. */
function toBytes({ terms, values, places }: Entries, from: number, to: number): Uint8Array {
  let count = 0;
  for (let i = from; i < to; i++) if (i === from || terms[i] !== terms[i - 1]) count++;
  const header = new Uint32Array(1 + 2 * count);
  header[0] = count;
  for (let i = from, nth = 0; i < to; i++) {
    if (i === from || terms[i] !== terms[i - 1]) header[++nth] = terms[i]!;
    header[count + nth] = i + 1 - from;
  }
  const bytes = new Uint8Array(header.byteLength + 6 * (to - from));
  bytes.set(new Uint8Array(header.buffer));
  bytes.set(new Uint8Array(values.buffer, 4 * from, 4 * (to - from)), header.byteLength);
  bytes.set(new Uint8Array(places.buffer, 2 * from, 2 * (to - from)), header.byteLength + 4 * (to - from));
  return bytes;
}

/** A block as it is read: views of its bytes. */
export class PostingsBlock {
  readonly terms: Uint32Array;
  /** Where the entries of each term end. */
  readonly ends: Uint32Array;
  readonly values: Float32Array;
  readonly places: Uint16Array;
  readonly bytes: number;

  /** @throws DamagedFileError where the lengths do not add up */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset, length } = aligned(bytes);
    this.bytes = length;
    const room = Math.floor(length / 4);
    if (room === 0) throw new DamagedFileError('A block of postings is empty.');
    const [count] = new Uint32Array(buffer, byteOffset, 1) as unknown as [number];
    if (1 + 2 * count > room) throw new DamagedFileError('A block of postings says that it has more terms than fit into it.');
    this.terms = new Uint32Array(buffer, byteOffset + 4, count);
    this.ends = new Uint32Array(buffer, byteOffset + 4 + 4 * count, count);
    const size = this.ends[count - 1] ?? 0;
    const header = 4 + 8 * count;
    if (header + 6 * size !== length) throw new DamagedFileError('A block of postings is not as long as it says.');
    this.values = new Float32Array(buffer, byteOffset + header, size);
    this.places = new Uint16Array(buffer, byteOffset + header + 4 * size, size);
  }

  of(term: number): TermEntries | undefined {
    const at = lowerBound(this.terms, term);
    if (this.terms[at] !== term) return undefined;
    const start = at === 0 ? 0 : this.ends[at - 1]!;
    return { values: this.values.subarray(start, this.ends[at]), places: this.places.subarray(start, this.ends[at]) };
  }
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
