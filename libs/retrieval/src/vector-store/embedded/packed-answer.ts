import { type DocumentId } from '@lectern/platform';
import { type Hit, type HitList, type StoreAnswer } from '../vector-store';

/**
 * An answer as it comes from the thread: numbers in a few arrays, since copying a thousand objects from one thread to another
 * would hold the event loop longer than all else that a search does there.
 */
export interface PackedAnswer extends Omit<StoreAnswer, 'lists'> {
  readonly lists: readonly PackedList[];
  readonly documents: readonly { readonly documentId: DocumentId; readonly generation: number }[];
  /** `COLUMNS` numbers a point, `document` being a position in `documents`. */
  readonly points: Int32Array;
}

export interface PackedList extends Omit<HitList, 'hits'> {
  /** Positions among the points. */
  readonly hits: Uint32Array;
  readonly scores: Float64Array;
}

/** Document, index, passage, start, end, page, last page. */
export const COLUMNS = 7;
/** Stands for null; pages count from 1. */
export const NO_PAGE = -1;

export function unpack({ lists, documents, points, ...rest }: PackedAnswer): StoreAnswer {
  const page = (at: number) => (points[at] === NO_PAGE ? null : points[at]!);
  const unpackList = ({ leg, kind, hits, scores }: PackedList): HitList => ({
    leg,
    kind,
    hits: Array.from(hits, (point, i): Hit => {
      const at = COLUMNS * point;
      const { documentId, generation } = documents[points[at]!]!;
      return {
        documentId,
        generation,
        kind,
        index: points[at + 1]!,
        passage: points[at + 2]!,
        start: points[at + 3]!,
        end: points[at + 4]!,
        page: page(at + 5),
        pageEnd: page(at + 6),
        score: scores[i]!,
      };
    }),
  });
  return { ...rest, lists: lists.map(unpackList) };
}
