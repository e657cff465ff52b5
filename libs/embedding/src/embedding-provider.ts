/** What makes vectors comparable: those of different signatures never are, and a store keeps one signature's alone. */
export interface EmbeddingSignature {
  readonly provider: string;
  readonly model: string;
  /** Of the model or of the algorithm; empty where the service does not tell. */
  readonly revision: string;
  readonly dimension: number;
  readonly pooling: string;
  /** What stands before a query and, after a bar, before a passage; empty for most models. */
  readonly instruction: string;
}

/** One line that is equal exactly for equal signatures, to store beside vectors and to show in messages. */
export function signatureLine({ provider, model, revision, dimension, pooling, instruction }: EmbeddingSignature): string {
  return JSON.stringify([provider, model, revision, dimension, pooling, instruction]);
}

/**
 * Turns text into unit-length vectors of one model. Any text has a vector, the empty one too; what a model cannot take in of a long text is left out at its end.
 *
 * Left out on purpose: caching, retries, rate limits and deadlines wrap a provider from outside.
 */
export abstract class EmbeddingProvider {
  abstract readonly signature: EmbeddingSignature;

  /**
   * Whether the model was trained on what the text is mostly written in: vectors of any other text are noise, and searching with them is worse than leaving
   * them out. A guess from the text alone, made without waiting.
   */
  abstract reads(text: string): boolean;

  /**
   * @param texts 1 to 128 passages, each at most 8,192 UTF-16 units
   * @returns one vector per text, in order, `signature.dimension` long, L2 norm 1
   * @throws AppError `EMBEDDING_UNAVAILABLE` (retryable; `retryAfterSeconds` where it is known when), `EMBEDDING_MISMATCH` (not)
   */
  abstract embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;

  /** As a passage, with the model's query instruction where it has one. */
  abstract embedQuery(text: string, signal: AbortSignal): Promise<Float32Array>;

  /** Resolves when the model answers. @throws AppError as `embedQuery` */
  async ping(signal: AbortSignal): Promise<void> {
    await this.embedQuery('ping', signal);
  }

  /** Ends what it holds (threads, connections); what runs is rejected. A later call starts anew. */
  async close(): Promise<void> {}
}
