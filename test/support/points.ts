import { type DocumentId } from '@lectern/platform';
import { encodePassage, pointId, type Point } from '@lectern/retrieval';

type Given = Partial<Omit<Point, 'id' | 'sparse'>> & Pick<Point, 'index' | 'dense'> & { readonly documentId: DocumentId };

/** A point of a text; what a spec does not say of it is of no account there. */
export function pointOf(text: string, given: Given): Point {
  const source = { generation: 1, kind: 'chunk' as const, passage: 0, start: 0, end: 1, page: 1, pageEnd: 1, ...given };
  const { documentId, generation, kind, index } = source;
  return { ...source, id: pointId(documentId, generation, kind, index), sparse: encodePassage(text, kind) };
}
