import { type Database, type Statement } from 'better-sqlite3';
import { type Groups } from './groups';
import {
  GROUP,
  groupOf,
  pointsOfSegment,
  type Range,
  SEGMENT,
  SEGMENT_BLOCKS,
  segmentOf,
  segmentsOfGroup,
  segmentsOfSpace,
} from './layout';
import { type Points } from './points';
import { type Postings } from './postings';
import { entriesOf } from './postings-block';
import { endOf, givenOf, type Space } from './spaces';
import { type Vectors } from './vectors';

export interface Segment {
  readonly number: number;
  /** How many it holds now. */
  readonly points: number;
  /** How many of its places its postings tell of, and if that is all, its codes; searches look at the points behind them. */
  readonly inverted: number;
  /** A byte a place, 1 where there is no point (any more); null where the inverted places all have one. */
  readonly gone: Uint8Array | null;
}

/** Looking at fewer points than this costs a search some 0.2 ms, and inverting a full segment anew some 10 ms of a write. */
const WORTH_INVERTING = 64;
/** Where a segment is not full yet, it takes less: so every point is inverted a few times while its segment fills. */
const WORTH_INVERTING_SHARE = 1 / 8;

/**
 * The runs of neighbouring points that a space has. Points are only ever appended and removed: postings are never changed,
 * but what they tell of points that went is passed over. Inverting the points at the end comes later, in transactions of its
 * own, and a crash in between costs only time.
 */
export class Segments {
  private readonly select: Statement<[number, number], Segment>;
  private readonly grow: Statement<[number, number]>;
  private readonly shrink: Statement<[number, Uint8Array | null, number]>;
  private readonly markInverted: Statement<[number, Uint8Array | null, number]>;
  private readonly delete: Statement<[number]>;

  constructor(
    database: Database,
    private readonly points: Points,
    private readonly vectors: Vectors,
    private readonly postings: Postings,
    private readonly groups: Groups,
  ) {
    this.select = database.prepare('SELECT * FROM segments WHERE number >= ? AND number < ?');
    this.grow = database.prepare('INSERT INTO segments VALUES (?, ?, 0, NULL) ON CONFLICT DO UPDATE SET points = points + excluded.points');
    this.shrink = database.prepare('UPDATE segments SET points = ?, gone = ? WHERE number = ?');
    this.markInverted = database.prepare('UPDATE segments SET inverted = ?, gone = ? WHERE number = ?');
    this.delete = database.prepare('DELETE FROM segments WHERE number = ?');
  }

  of(space: Space): Segment[] {
    return this.in(segmentsOfSpace(space.id));
  }

  /** Those with so many points behind the inverted ones that searches notice, and those that have become full. */
  stale(space: Space): number[] {
    return this.of(space).flatMap(({ number, inverted }) => {
      const end = givenOf(space, number);
      const worth = end === SEGMENT ? 1 : Math.min(WORTH_INVERTING, WORTH_INVERTING_SHARE * end);
      return end > inverted && end - inverted >= worth ? number : [];
    });
  }

  /** Those that deletes have left half empty or emptier, by themselves or as a group, what still grows left out. */
  sparse(space: Space): number[] {
    const growing = segmentOf(endOf(space));
    const groups = Map.groupBy(this.of(space), ({ number }) => groupOf(number));
    return Array.from(groups, ([group, segments]) => {
      const points = segments.reduce((sum, segment) => sum + segment.points, 0);
      const whole = group !== groupOf(growing) && points <= GROUP / 2;
      return segments.filter((segment) => segment.number !== growing && (whole || segment.points <= SEGMENT / 2));
    }).flatMap((segments) => segments.map(({ number }) => number));
  }

  /** To be told of every point appended, in the same transaction. */
  added(numbers: readonly number[]): void {
    for (const [segment, { length }] of Map.groupBy(numbers, segmentOf)) this.grow.run(segment, length);
  }

  /** To be told of every point removed, in the same transaction. */
  removed(numbers: readonly number[]): void {
    for (const [number, ofSegment] of Map.groupBy(numbers, segmentOf)) {
      const segment = this.get(number)!;
      if (segment.points === ofSegment.length) this.drop(number);
      else {
        const gone = Uint8Array.from(segment.gone ?? new Uint8Array(SEGMENT));
        for (const point of ofSegment) gone[point % SEGMENT] = 1;
        this.shrink.run(segment.points - ofSegment.length, gone, number);
      }
    }
  }

  /** Unless another process was quicker. */
  invert(space: Space, number: number): void {
    const segment = this.get(number);
    const end = givenOf(space, number);
    if (!segment || segment.inverted === end) return;
    const range = pointsOfSegment(number);
    const texts = this.points.sparseIn(range).map(([point, sparse]) => [point - range.from, sparse] as const);
    this.postings.drop(number);
    this.postings.write(number, entriesOf(texts));
    if (end === SEGMENT) this.vectors.writeCodes(number);
    const gone = new Uint8Array(SEGMENT).fill(1, 0, end);
    for (const [place] of texts) gone[place] = 0;
    this.markInverted.run(end, gone.includes(1) ? gone : null, number);
  }

  /**
   * Moves a sparse segment's points to the end of the space, so that a search costs what the tenant has, not what it ever had.
   * @returns how many points moved
   */
  compact(space: Space, segment: number): number {
    if (!this.sparse(space).includes(segment)) return 0;
    const end = endOf(space);
    const numbers = this.points.numbersIn(pointsOfSegment(segment));
    numbers.forEach((number, i) => this.points.move(number, end + i));
    this.vectors.move(numbers, end);
    this.removed(numbers);
    this.added(numbers.map((_, i) => end + i));
    return numbers.length;
  }

  /** Full groups whose postings are still those of their segments. */
  unmerged(space: Space): number[] {
    const merged = this.groups.merged(space);
    const growing = groupOf(segmentOf(endOf(space)));
    const groups = Map.groupBy(this.of(space), ({ number }) => groupOf(number));
    return [...groups.keys()].filter(
      (group) =>
        group !== growing && merged.get(group) !== SEGMENT_BLOCKS && groups.get(group)!.every(({ inverted }) => inverted === SEGMENT),
    );
  }

  /**
   * Goes on with merging a group.
   * @returns whether that was the last of it
   */
  merge(group: number): boolean {
    const segments = this.in(segmentsOfGroup(group)).map(({ number }) => number);
    return segments.length === 0 || this.groups.merge(group, segments);
  }

  private in({ from, to }: Range): Segment[] {
    return this.select.all(from, to);
  }

  private get(number: number): Segment | undefined {
    return this.select.get(number, number + 1);
  }

  private drop(segment: number): void {
    this.delete.run(segment);
    this.postings.drop(segment);
    this.vectors.dropCodes(segment);
    if (this.in(segmentsOfGroup(groupOf(segment))).length === 0) this.groups.drop(groupOf(segment));
  }
}
