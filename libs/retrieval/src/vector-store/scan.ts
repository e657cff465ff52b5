import { type SparseVector } from '../text/sparse-encoder';
import { type Matches } from './postings-block';

/** Bits of a term id that its place in the filter is made of: ids are hashes, so any bits are as good. */
const FILTER_BITS = 16;

/** A function that adds to each query term's matches what a text holds of it; most of a text's terms end at one look into a bit set. */
export function scanner(terms: Uint32Array, matches: readonly Matches[]): (place: number, text: SparseVector) => void {
  const filter = new Uint8Array(2 ** FILTER_BITS);
  const mask = filter.length - 1;
  const matchesOf = new Map<number, Matches>();
  terms.forEach((term, i) => {
    filter[term & mask] = 1;
    matchesOf.set(term, matches[i]!);
  });
  return (place, { indices, values }) => {
    for (let i = 0; i < indices.length; i++) {
      if (filter[indices[i]! & mask] === 0) continue;
      const found = matchesOf.get(indices[i]!);
      found?.places.push(place);
      found?.values.push(values[i]!);
    }
  };
}
