import { type SparseVector } from '../text/sparse-encoder';
import { blockOf } from './layout';
import { aligned } from './sparse-bytes';
import { termOrder } from './term-order';

/** Where each matching text has a term of the query: parallel lists. */
export interface Matches {
  readonly places: number[];
  readonly values: number[];
}

type Texts = readonly (readonly [place: number, sparse: SparseVector])[];

/** One (term, text, value) of a segment each: parallel lists, ordered by term and then by text. */
interface Entries {
  readonly terms: Uint32Array;
  readonly values: Float32Array;
  readonly places: Uint16Array;
}

/** A segment's texts inverted: a block for each range of terms that occurs. */
export function* blocksOf(texts: Texts): Generator<[block: number, bytes: Uint8Array]> {
  const entries = entriesOf(texts);
  const { terms } = entries;
  for (let from = 0, to = 0; from < terms.length; from = to) {
    const block = blockOf(terms[from]!);
    while (to < terms.length && blockOf(terms[to]!) === block) to++;
    yield [block, toBytes(entries, from, to)];
  }
}

function entriesOf(texts: Texts): Entries {
  const size = texts.reduce((sum, [, { indices }]) => sum + indices.length, 0);
  const terms = new Uint32Array(size);
  const values = new Float32Array(size);
  const places = new Uint16Array(size);
  let at = 0;
  for (const [place, sparse] of texts) {
    terms.set(sparse.indices, at);
    values.set(sparse.values, at);
    places.fill(place, at, (at += sparse.indices.length));
  }
  const order = termOrder(terms);
  const sorted: Entries = { terms: new Uint32Array(size), values: new Float32Array(size), places: new Uint16Array(size) };
  for (let i = 0; i < size; i++) {
    sorted.terms[i] = terms[order[i]!]!;
    sorted.values[i] = values[order[i]!]!;
    sorted.places[i] = places[order[i]!]!;
  }
  return sorted;
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

/** Adds what the block has of a term to `matches`, places counted from `base`. */
export function addMatches(bytes: Uint8Array, term: number, base: number, matches: Matches): void {
  const { buffer, byteOffset } = aligned(bytes);
  const [count] = new Uint32Array(buffer, byteOffset, 1) as unknown as [number];
  const terms = new Uint32Array(buffer, byteOffset + 4, count);
  const at = lowerBound(terms, term);
  if (terms[at] !== term) return;
  const ends = new Uint32Array(buffer, byteOffset + 4 + 4 * count, count);
  const start = at === 0 ? 0 : ends[at - 1]!;
  const length = ends[at]! - start;
  const first = byteOffset + 4 + 8 * count;
  const values = new Float32Array(buffer, first + 4 * start, length);
  const places = new Uint16Array(buffer, first + 4 * ends[count - 1]! + 2 * start, length);
  for (let i = 0; i < length; i++) {
    matches.places.push(base + places[i]!);
    matches.values.push(values[i]!);
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
