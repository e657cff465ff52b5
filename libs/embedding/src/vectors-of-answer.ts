import { AppError } from '@lectern/platform';
import { toUnit } from './unit-vector';

/**
 * The vectors in an answer of a feature-extraction service, as unit vectors: one list a text, or for a single text the list alone.
 * @throws AppError `EMBEDDING_MISMATCH` for other shapes: a list a token is what a model gives that is not served for sentences, and how to pool it is not known here
 */
export function vectorsOfAnswer(answer: unknown, texts: number): Float32Array[] {
  if (!Array.isArray(answer)) throw mismatch('something else than vectors');
  const rows: unknown[] = texts === 1 && typeof answer[0] === 'number' ? [answer] : answer;
  return rows.map((row) => {
    if (!Array.isArray(row)) throw mismatch('something else than vectors');
    if (Array.isArray(row[0])) throw mismatch('a vector for each token; it has to be served as a model for sentences (such as by TEI)');
    if (!row.every((value) => typeof value === 'number')) throw mismatch('vectors with something else than numbers');
    return toUnit(Float32Array.from(row as number[]));
  });
}

function mismatch(what: string): AppError {
  return new AppError('EMBEDDING_MISMATCH', `The embedding service gave ${what}.`);
}
