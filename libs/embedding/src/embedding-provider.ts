/** What makes vectors comparable: those of different signatures never are, and a store keeps one signature's alone. */
export interface EmbeddingSignature {
  readonly provider: string;
  readonly model: string;
  /** Of the model or of the algorithm; empty where the service does not tell. */
  readonly revision: string;
  readonly dimension: number;
  readonly pooling: string;
  /** What stands before a query, and not before a passage; empty for most models. */
  readonly instruction: string;
}

/** One line that is equal exactly for equal signatures, to store beside vectors and to show in messages. */
export function signatureLine({ provider, model, revision, dimension, pooling, instruction }: EmbeddingSignature): string {
  return JSON.stringify([provider, model, revision, dimension, pooling, instruction]);
}

/**
 * Turns text into unit-length vectors of one model.
 *
 * Left out on purpose: caching, retries, rate limits and deadlines wrap a provider from outside.
 */
export abstract class EmbeddingProvider {
  abstract readonly signature: EmbeddingSignature;

  /**
   * Whether the model was trained on a script that the text is mostly written in: vectors of any other text are noise, and
   * searching with them is worse than leaving them out.
   */
  abstract reads(text: string): boolean;

  /**
   * @param texts 1 to 128 passages, each at most 8,192 UTF-16 units
   * @returns one vector per text, in order, `signature.dimension` long, L2 norm 1
   * @throws AppError `EMBEDDING_UNAVAILABLE` (retryable), `EMBEDDING_MISMATCH` (not)
   */
  abstract embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;

  /** As a passage, with the model's query instruction where it has one. */
  abstract embedQuery(text: string, signal: AbortSignal): Promise<Float32Array>;
}
