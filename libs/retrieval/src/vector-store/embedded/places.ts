import { GROUP, groupOf, pointsOfSegment, type Range, SEGMENT, segmentOf, segmentsOfGroup } from './layout';
import { type Segment } from './segments';

/**
 * Where the points of a space stand in the arrays of one search: group behind group, however far apart their numbers lie.
 * Not every place has a point.
 */
export class Places {
  /** A byte a place, 1 where postings and codes may tell of a point that is not there any more. */
  readonly gone: Uint8Array;
  /** Whether no such place is among those that postings and codes tell of. */
  readonly complete: boolean;
  /** Points that are not inverted yet. */
  readonly tails: readonly Range[];
  private readonly groups: readonly number[];
  private readonly ordinals: ReadonlyMap<number, number>;

  constructor(readonly segments: readonly Segment[]) {
    this.groups = [...new Set(segments.map(({ number }) => groupOf(number)))];
    this.ordinals = new Map(this.groups.map((group, i) => [group, i]));
    const last = segments.at(-1);
    this.gone = new Uint8Array(last ? this.baseOf(last.number) + SEGMENT : 0).fill(1);
    for (const { number, gone } of segments) {
      const base = this.baseOf(number);
      if (gone) this.gone.set(gone, base);
      else this.gone.fill(0, base, base + SEGMENT);
    }
    this.tails = segments.flatMap(({ number, inverted }) => {
      const { from, to } = pointsOfSegment(number);
      return inverted < SEGMENT ? [{ from: from + inverted, to }] : [];
    });
    this.complete = !this.gone.includes(1);
  }

  get size(): number {
    return this.gone.length;
  }

  /** The place of a segment's first point. */
  baseOf(segment: number): number {
    return this.ordinals.get(groupOf(segment))! * GROUP + (pointsOfSegment(segment).from % GROUP);
  }

  baseOfGroup(group: number): number {
    return this.ordinals.get(group)! * GROUP;
  }

  of(number: number): number {
    return this.baseOf(segmentOf(number)) + (number % SEGMENT);
  }

  numberAt(place: number): number {
    const group = this.groups[Math.floor(place / GROUP)]!;
    return pointsOfSegment(segmentsOfGroup(group).from).from + (place % GROUP);
  }

  /** A byte a place, 1 for these points. */
  only(numbers: readonly number[]): Uint8Array {
    const marks = new Uint8Array(this.size);
    for (const number of numbers) marks[this.of(number)] = 1;
    return marks;
  }
}
