import { Reranker, type RerankCandidate, type Reranked } from './reranker';

/** Leaves the order of the fusion. */
export class NoReranker extends Reranker {
  depth(limit: number): number {
    return limit;
  }

  async rerank(_query: string, candidates: readonly RerankCandidate[]): Promise<Reranked[]> {
    return candidates.map(({ score }, at) => ({ at, score }));
  }
}
