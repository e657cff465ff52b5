import { type DocumentId } from '@lectern/platform';
import { pointOf } from '../../../../test/support/points';
import { type PointKind } from '../text/sparse-encoder';
import { type Point } from './vector-store';

export const DIMENSION = 8;

/** A unit vector; near seeds have far ones. */
export function direction(seed: number): Float32Array {
  const vector = Float32Array.from({ length: DIMENSION }, (_, i) => Math.sin(seed * 7.3 + i * (seed + 1)));
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

function point(documentId: DocumentId, kind: PointKind, index: number, text: string, generation = 1): Point {
  const span = { start: index * 100, end: index * 100 + text.length };
  const pages = { page: index === 0 ? null : index, pageEnd: index === 0 ? null : index + 1 };
  return pointOf(text, { documentId, generation, kind, index, passage: index, ...span, ...pages, dense: direction(text.length) });
}

export const bothKinds = (documentId: DocumentId, texts: readonly string[], generation = 1): Point[] =>
  texts.flatMap((text, i) => [point(documentId, 'chunk', i, text, generation), point(documentId, 'passage', i, text, generation)]);
