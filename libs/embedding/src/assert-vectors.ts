import { AppError } from '@lectern/platform';
import { type EmbeddingSignature } from './embedding-provider';
import { norm } from './unit-vector';

/** Norms of float32 vectors of some thousand dimensions stray from 1 by far less. */
const NORM_TOLERANCE = 1e-3;

/**
 * What every adapter's answer must pass before a vector is written or compared: as many vectors as texts, each of the
 * signature's dimension, finite and of unit length (so neither zero nor NaN).
 * @throws AppError `EMBEDDING_MISMATCH`
 */
export function assertVectors(vectors: readonly Float32Array[], texts: number, { model, dimension }: EmbeddingSignature): void {
  if (vectors.length !== texts) throw mismatch(`${model} gave ${vectors.length} vectors for ${texts} texts.`);
  for (const vector of vectors) {
    if (vector.length !== dimension) throw mismatch(`${model} gave a vector of ${vector.length} dimensions instead of ${dimension}.`);
    if (!(Math.abs(norm(vector) - 1) <= NORM_TOLERANCE)) throw mismatch(`${model} gave a vector that is not of unit length.`);
  }
}

function mismatch(what: string): AppError {
  return new AppError('EMBEDDING_MISMATCH', `The embedding model does not keep its word: ${what}`);
}
