export interface RerankCandidate {
  readonly text: string;
  /** Of the fusion; comparable within one answer. */
  readonly score: number;
}

export interface Reranked {
  /** Position among the candidates. */
  readonly at: number;
  /** Not rising along the answer. */
  readonly score: number;
}

/**
 * A second look at the best passages, with their texts: it orders them anew.
 *
 * Left out on purpose: finding and dropping passages, deadlines, and what stands in when it fails (the first order).
 */
export abstract class Reranker {
  /** How many candidates it wants to see for an answer of `limit` passages. */
  abstract depth(limit: number): number;

  /**
   * @param candidates best first by the fusion
   * @returns each candidate once, best first
   * @throws AppError `RERANKER_UNAVAILABLE` (retryable)
   */
  abstract rerank(query: string, candidates: readonly RerankCandidate[], signal: AbortSignal): Promise<Reranked[]>;
}
