import { best } from './best';
import { pointsOfSegment, SEGMENT, segmentOf } from './layout';
import { type Points } from './points';
import { type Postings } from './postings';
import { type Matches } from './postings-block';
import { scanner } from './scan';
import { type Segments } from './segments';
import { type Space } from './spaces';
import { type StoreQuery } from './vector-store';

interface SparseAnswer {
  /** How many points of the space hold each term, whatever the filter. */
  readonly frequencies: Uint32Array;
  /** Best first. */
  readonly ranked: [number: number, score: number][];
}

/** The sparse leg: exact sums of IDF x value over all points that share a term with the query. */
export class SparseSearch {
  constructor(
    private readonly points: Points,
    private readonly segments: Segments,
    private readonly postings: Postings,
  ) {}

  search(space: Space, { indices, values }: Required<StoreQuery>['sparse'], { limit, documentIds }: StoreQuery): SparseAnswer {
    const segments = this.segments.of(space);
    const matches = this.matches(segments, indices);
    // a place is a point's in the row of segments that there are, however far apart their numbers lie
    const scores = new Float64Array(segments.length * SEGMENT);
    matches.forEach((found, i) => {
      const factor = values[i]! * inverseDocumentFrequency(found.places.length, space.points);
      found.places.forEach((place, j) => (scores[place]! += factor * found.values[j]!));
    });
    const numbers = segments.map(({ number }) => number);
    if (documentIds) keepOnly(this.points.numbersOfDocuments(space, documentIds), numbers, scores);
    const numberOf = (place: number) => pointsOfSegment(numbers[Math.floor(place / SEGMENT)]!).from + (place % SEGMENT);
    return {
      frequencies: Uint32Array.from(matches, ({ places }) => places.length),
      ranked: best(scores, limit).map((place) => [numberOf(place), scores[place]!]),
    };
  }

  private matches(segments: ReturnType<Segments['of']>, terms: Uint32Array): Matches[] {
    const matches = Array.from(terms, (): Matches => ({ places: [], values: [] }));
    const scan = scanner(terms, matches);
    segments.forEach(({ number: segment, inverted }, i) => {
      const base = i * SEGMENT;
      if (inverted) return this.postings.find(segment, terms, base, matches);
      const range = pointsOfSegment(segment);
      for (const [number, text] of this.points.sparseIn(range)) scan(base + number - range.from, text);
    });
    return matches;
  }
}

function keepOnly(points: readonly number[], segments: readonly number[], scores: Float64Array): void {
  const baseOf = new Map(segments.map((segment, i) => [segment, i * SEGMENT]));
  const kept = new Uint8Array(scores.length);
  for (const number of points) kept[baseOf.get(segmentOf(number))! + (number % SEGMENT)] = 1;
  for (let place = 0; place < scores.length; place++) if (!kept[place]) scores[place] = 0;
}

/** Lucene's BM25 form, never negative; Qdrant's `idf` modifier is the same. */
function inverseDocumentFrequency(frequency: number, points: number): number {
  return Math.log(1 + (points - frequency + 0.5) / (frequency + 0.5));
}
