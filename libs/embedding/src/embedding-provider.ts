export interface EmbeddingSignature {
  readonly provider: string;
  readonly model: string;
  readonly dimension: number;
  readonly pooling: string;
}

/**
 * Turns text into unit-length vectors of one model.
 *
 * Left out on purpose: caching, retries, rate limits and deadlines wrap a provider from outside.
 */
export abstract class EmbeddingProvider {
  /** Name, revision, dimension and pooling: vectors of different signatures are never compared. */
  abstract readonly signature: EmbeddingSignature;

  /**
   * @param texts 1 to 128 passages, each at most 8,192 UTF-16 units
   * @returns one vector per text, in order, `signature.dimension` long, L2 norm 1
   * @throws AppError `EMBEDDING_UNAVAILABLE` (retryable), `EMBEDDING_MISMATCH` (not)
   */
  abstract embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;

  /** As a passage, with the model's query instruction where it has one. */
  abstract embedQuery(text: string, signal: AbortSignal): Promise<Float32Array>;
}
