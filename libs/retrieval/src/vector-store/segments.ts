import { type Database, type Statement } from 'better-sqlite3';
import { pointsOfSegment, pointsOfSpace, SEGMENT, segmentOf, segmentsOfSpace } from './layout';
import { type Points } from './points';
import { type Postings } from './postings';
import { type Space } from './spaces';

interface Segment {
  readonly number: number;
  /** 1 where its postings tell what its points hold; 0 where they are out of date, and searches scan the points. */
  readonly inverted: 0 | 1;
}

/**
 * Which runs of neighbouring points a space has, and which of them are inverted. A change of points marks their segments in
 * the same transaction; inverting them again comes later, in transactions of its own, and a crash in between costs only time.
 */
export class Segments {
  private readonly select: Statement<[number, number], Segment>;
  private readonly isStale: Statement<[number], 1>;
  private readonly markStale: Statement<[number]>;
  private readonly markInverted: Statement<[number]>;
  private readonly remove: Statement<[number]>;
  private readonly size: Statement<[number, number], number>;

  constructor(
    database: Database,
    private readonly points: Points,
    private readonly postings: Postings,
  ) {
    this.select = database.prepare('SELECT number, inverted FROM segments WHERE number >= ? AND number < ? ORDER BY number');
    this.isStale = database.prepare<[number], 1>('SELECT 1 FROM segments WHERE number = ? AND inverted = 0').pluck();
    this.markStale = database.prepare('INSERT INTO segments VALUES (?, 0) ON CONFLICT DO UPDATE SET inverted = 0');
    this.markInverted = database.prepare('UPDATE segments SET inverted = 1 WHERE number = ?');
    this.remove = database.prepare('DELETE FROM segments WHERE number = ?');
    this.size = database.prepare<[number, number], number>('SELECT count(*) FROM points WHERE number >= ? AND number < ?').pluck();
  }

  of(space: Space): Segment[] {
    const { from, to } = segmentsOfSpace(space.id);
    return this.select.all(from, to);
  }

  stale(space: Space): number[] {
    return this.of(space).flatMap(({ number, inverted }) => (inverted ? [] : number));
  }

  /** Segments that deletes have left half empty or emptier, the one that still grows left out. */
  sparse(space: Space): number[] {
    return this.of(space).flatMap(({ number }) => (this.isSparse(space, number) ? number : []));
  }

  /** To be told of every point written, moved or removed, in the same transaction. */
  changed(numbers: readonly number[]): void {
    for (const segment of new Set(numbers.map(segmentOf))) {
      if (this.sizeOf(segment) > 0) this.markStale.run(segment);
      else {
        this.postings.drop(segment);
        this.remove.run(segment);
      }
    }
  }

  /** Unless another process was quicker. */
  invert(segment: number): void {
    if (!this.isStale.get(segment)) return;
    const range = pointsOfSegment(segment);
    const texts = this.points.sparseIn(range).map(([number, sparse]) => [number - range.from, sparse] as const);
    this.postings.write(segment, [...texts]);
    this.markInverted.run(segment);
  }

  /**
   * Moves a sparse segment's points to the end of the space, so that a search costs what the tenant has, not what it ever had.
   * @returns how many points moved
   */
  compact(space: Space, segment: number): number {
    if (!this.isSparse(space, segment)) return 0;
    const numbers = this.points.numbersIn(pointsOfSegment(segment));
    const moved = this.points.append(space, numbers);
    this.changed([...numbers, ...moved]);
    return moved.length;
  }

  private isSparse(space: Space, segment: number): boolean {
    const growing = segmentOf(pointsOfSpace(space.id).from + space.appended);
    return segment !== growing && this.sizeOf(segment) <= SEGMENT / 2;
  }

  private sizeOf(segment: number): number {
    const { from, to } = pointsOfSegment(segment);
    return this.size.get(from, to)!;
  }
}
