import { AppError } from '@lectern/platform';

/** What an answer had to do without (`X-Degraded`): the meaning of the query, the index, the second look at the order, a model's word for it. */
export type Degradation = 'embedding' | 'retrieval' | 'rerank' | 'generation';

/** Whether a stage's error is one that its stand-in may answer for: the dependency is away, late, or of another model. */
export function isOutage(error: unknown): error is AppError {
  return (
    error instanceof AppError &&
    ['EMBEDDING_UNAVAILABLE', 'EMBEDDING_MISMATCH', 'VECTOR_STORE_UNAVAILABLE', 'RERANKER_UNAVAILABLE'].includes(error.code)
  );
}
