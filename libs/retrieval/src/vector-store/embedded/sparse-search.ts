import { inverseDocumentFrequency } from '../../text/inverse-document-frequency';
import { type SparseVector } from '../../text/sparse-encoder';
import { blockOf, groupOf, SEGMENT_BLOCK_BITS } from './layout';
import { type Places } from './places';
import { type TermEntries } from './postings-block';
import { scan } from './scan';
import { type Space } from './spaces';
import { type Tables } from './tables';

interface SparseAnswer {
  /** How many points of the space hold each term. */
  readonly frequencies: Uint32Array;
  /** A score a place. */
  readonly scores: Float64Array;
}

/** A term's entries in one run of points, whose places are counted from `base`. */
interface Found {
  readonly term: number;
  readonly base: number;
  readonly entries: TermEntries;
}

/** The sparse leg: exact sums of IDF x value over all points that share a term with the query. */
export class SparseSearch {
  constructor(private readonly tables: Pick<Tables, 'points' | 'groups' | 'ofSegments' | 'ofGroups'>) {}

  search(space: Space, places: Places, { indices, values }: SparseVector): SparseAnswer {
    const found = this.find(space, places, indices);
    const frequencies = new Uint32Array(indices.length);
    for (const { term, base, entries } of found) frequencies[term]! += present(entries, base, places);
    const factors = values.map((value, i) => value * inverseDocumentFrequency(frequencies[i]!, space.points));
    const scores = new Float64Array(places.size);
    for (const { term, base, entries } of found) add(factors[term]!, entries, base, scores);
    return { frequencies, scores };
  }

  private find(space: Space, places: Places, terms: Uint32Array): Found[] {
    const found: Found[] = [];
    const at =
      (base: number, skipped = 0) =>
      (term: number, entries: TermEntries) =>
        found.push({ term: skipped + term, base, entries });
    const merged = this.tables.groups.merged(space);
    for (const [group, blocks] of merged)
      this.tables.ofGroups.find(group, 0, terms.subarray(0, firstBehind(terms, blocks)), at(places.baseOfGroup(group)));
    for (const { number, inverted } of places.segments) {
      if (inverted === 0) continue;
      const skipped = firstBehind(terms, merged.get(groupOf(number)) ?? 0);
      const tell = at(places.baseOf(number), skipped);
      if (skipped < terms.length) this.tables.ofSegments.find(number, inverted, terms.subarray(skipped), tell);
    }
    for (const { from, to } of places.tails) {
      const texts = this.tables.points.sparseIn({ from, to }).map(([number, text]) => [number - from, text] as const);
      if (texts.length > 0) scan(texts, terms, at(places.of(from)));
    }
    return found;
  }
}

/** Which of ascending terms is the first that lies behind so many of a segment's blocks. */
function firstBehind(terms: Uint32Array, blocks: number): number {
  const first = terms.findIndex((term) => blockOf(term, SEGMENT_BLOCK_BITS) >= blocks);
  return first < 0 ? terms.length : first;
}

function present({ places }: TermEntries, base: number, { complete, gone }: Places): number {
  if (complete) return places.length;
  let count = 0;
  for (let i = 0; i < places.length; i++) count += 1 - gone[base + places[i]!]!;
  return count;
}

function add(factor: number, { places, values }: TermEntries, base: number, scores: Float64Array): void {
  for (let i = 0; i < places.length; i++) scores[base + places[i]!]! += factor * values[i]!;
}
