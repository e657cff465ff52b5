import { type Documents } from './documents';
import { SEGMENT, segmentOf } from './layout';
import { COLUMNS, type PackedAnswer, type PackedList } from './packed-answer';
import { type Points } from './points';
import { givenOf, type Space } from './spaces';

/** Points of one list, best first, as numbers and scores. */
export type Ranked = readonly (readonly [number: number, score: number])[];

/** Collects where the hits of one answer come from, each point and document once, however many lists have it. */
export class Hits {
  private readonly documents: PackedAnswer['documents'][number][] = [];
  private readonly points: number[] = [];
  private readonly positions = new Map<number, number>();
  private readonly positionsOfDocuments = new Map<number, number>();

  constructor(
    private readonly ofPoints: Points,
    private readonly ofDocuments: Documents,
  ) {}

  list(leg: PackedList['leg'], kind: PackedList['kind'], space: Space, ranked: Ranked): PackedList {
    const found = ranked.map(([number, score]) => ({ position: this.position(space, number), score }));
    found.sort((a, b) => b.score - a.score || this.compare(a.position, b.position));
    return {
      leg,
      kind,
      hits: Uint32Array.from(found, ({ position }) => position),
      scores: Float64Array.from(found, ({ score }) => score),
    };
  }

  packed(): Pick<PackedAnswer, 'documents' | 'points'> {
    return { documents: this.documents, points: Int32Array.from(this.points) };
  }

  private position(space: Space, number: number): number {
    const known = this.positions.get(number);
    if (known !== undefined) return known;
    const segment = segmentOf(number);
    const rows = this.ofPoints.rowsOf(segment, givenOf(space, segment));
    const at = COLUMNS * (number % SEGMENT);
    const position = this.points.length / COLUMNS;
    this.points.push(this.positionOfDocument(rows[at]!));
    for (let column = 1; column < COLUMNS; column++) this.points.push(rows[at + column]!);
    this.positions.set(number, position);
    return position;
  }

  /** @throws DamagedFileError where postings or vectors tell of a point that was never removed and is not there */
  private positionOfDocument(id: number): number {
    let position = this.positionsOfDocuments.get(id);
    if (position === undefined) {
      position = this.documents.push(this.ofDocuments.byId(id)) - 1;
      this.positionsOfDocuments.set(id, position);
    }
    return position;
  }

  /** By document, generation and index. */
  private compare(one: number, other: number): number {
    const [a, b] = [one, other].map((position) => this.documents[this.points[COLUMNS * position]!]!) as [Document, Document];
    if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
    return a.generation - b.generation || this.points[COLUMNS * one + 1]! - this.points[COLUMNS * other + 1]!;
  }
}

type Document = PackedAnswer['documents'][number];
