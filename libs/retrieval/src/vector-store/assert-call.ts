import { signatureLine, type EmbeddingSignature } from '@lectern/embedding';
import { AppError, type TenantId } from '@lectern/platform';
import { type StoreQuery } from './vector-store';

const MOST_HITS = 1000;

/** The choke point of tenancy: a call that lost its tenant must fail, never search everything. */
export function assertTenant(tenant: TenantId): void {
  if (typeof tenant !== 'string' || tenant === '') throw new TypeError('A call of the vector store needs a tenant.');
}

export function assertQuery({ limit, documentIds }: StoreQuery): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_HITS)
    throw new RangeError(`A search takes 1 to ${MOST_HITS} hits a list, not ${limit}.`);
  if (documentIds?.length === 0) throw new RangeError('A search among no documents was asked for; leave the filter out for all of them.');
}

/**
 * Whether a vector can have been made with a signature: of its dimension, finite and not zero.
 * @throws AppError `EMBEDDING_MISMATCH`
 */
export function assertVector(vector: Float32Array, signature: EmbeddingSignature): void {
  if (vector.length !== signature.dimension)
    throw mismatch(`A vector of ${vector.length} dimensions is none of ${signatureLine(signature)}.`);
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i]! ** 2;
  if (!(squares > 0 && squares < Infinity)) throw mismatch('A vector has no direction: it is zero or not finite.');
}

function mismatch(message: string): AppError {
  return new AppError('EMBEDDING_MISMATCH', message);
}
