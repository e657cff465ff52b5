import { type Documents } from './documents';
import { packPoints, type PackedAnswer, type PackedList } from './packed-answer';
import { type PointRow, type Points } from './points';

/** Places of one list, best first, as numbers and scores. */
export type Ranked = readonly (readonly [number: number, score: number])[];

/** Reads where the hits of one answer come from, each point and document once, however many lists have it. */
export class Hits {
  private readonly documents: PackedAnswer['documents'][number][] = [];
  private readonly rows: PointRow[] = [];
  private readonly positions = new Map<number, number>();
  private readonly positionsOfDocuments = new Map<number, number>();

  constructor(
    private readonly ofPoints: Points,
    private readonly ofDocuments: Documents,
  ) {}

  list(leg: PackedList['leg'], kind: PackedList['kind'], ranked: Ranked): PackedList {
    const found = ranked.map(([number, score]) => ({ position: this.position(number), score }));
    found.sort((a, b) => b.score - a.score || this.compare(this.rows[a.position]!, this.rows[b.position]!));
    return {
      leg,
      kind,
      hits: Uint32Array.from(found, ({ position }) => position),
      scores: Float64Array.from(found, ({ score }) => score),
    };
  }

  packed(): Pick<PackedAnswer, 'documents' | 'points'> {
    return { documents: this.documents, points: packPoints(this.rows) };
  }

  private position(number: number): number {
    let position = this.positions.get(number);
    if (position === undefined) {
      const [document, ...rest] = this.ofPoints.row(number);
      position = this.rows.push([this.positionOfDocument(document), ...rest]) - 1;
      this.positions.set(number, position);
    }
    return position;
  }

  private positionOfDocument(id: number): number {
    let position = this.positionsOfDocuments.get(id);
    if (position === undefined) {
      position = this.documents.push(this.ofDocuments.byId(id)) - 1;
      this.positionsOfDocuments.set(id, position);
    }
    return position;
  }

  /** By document, generation and index. */
  private compare([document, index]: PointRow, [otherDocument, otherIndex]: PointRow): number {
    const [a, b] = [this.documents[document]!, this.documents[otherDocument]!];
    if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
    return a.generation - b.generation || index - otherIndex;
  }
}
