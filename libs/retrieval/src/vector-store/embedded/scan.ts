import { type SparseVector } from '../../text/sparse-encoder';
import { type TermEntries } from './postings-block';

/** Bits of a term id that its place in the filter is made of: ids are hashes, so any bits are as good. */
const FILTER_BITS = 16;

/** What postings would tell of texts that are not inverted yet; most of a text's terms end at one look into a bit set. */
export function scan(
  texts: readonly (readonly [place: number, sparse: SparseVector])[],
  terms: Uint32Array,
  found: (term: number, entries: TermEntries) => void,
): void {
  const filter = new Uint8Array(2 ** FILTER_BITS);
  const mask = filter.length - 1;
  const positions = new Map<number, number>();
  terms.forEach((term, i) => {
    filter[term & mask] = 1;
    positions.set(term, i);
  });
  const matches = Array.from(terms, () => ({ values: [] as number[], places: [] as number[] }));
  for (const [place, { indices, values }] of texts)
    for (let i = 0; i < indices.length; i++) {
      if (filter[indices[i]! & mask] === 0) continue;
      const match = matches[positions.get(indices[i]!) ?? -1];
      match?.values.push(values[i]!);
      match?.places.push(place);
    }
  matches.forEach(({ values, places }, i) => {
    if (places.length > 0) found(i, { values: Float32Array.from(values), places: Uint16Array.from(places) });
  });
}
