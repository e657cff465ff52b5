import { v5 } from 'uuid';
import { type DocumentId } from '@lectern/platform';
import { type PointKind } from '../text/sparse-encoder';

/** Lectern's own namespace of version 5 UUIDs; a new value would make every point of every library a stranger. */
const NAMESPACE = '5f0c6a0e-8f0e-5b57-9a3c-1d2b6c0f7e41';

/** The id of a point, the same in every run: writing it twice is writing it once. A chunk's row in the database has it too. */
export function pointId(documentId: DocumentId, generation: number, kind: PointKind, index: number): string {
  return v5(`${documentId}/${generation}/${kind}/${index}`, NAMESPACE);
}
