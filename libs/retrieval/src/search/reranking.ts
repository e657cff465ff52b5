import { AppConfig, Guard, Logger } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { type RerankCandidate, Reranker, type Reranked } from '../rerank/reranker';
import { isOutage, type Degradation } from './degradation';
import { stageDeadline } from './stage-deadline';

/** The reranker with its deadline; where it fails, the order of the fusion stays. */
@Injectable()
export class Reranking {
  private readonly guard: Guard;

  constructor(
    private readonly reranker: Reranker,
    config: AppConfig,
    private readonly logger: Logger,
  ) {
    this.guard = new Guard({ code: 'RERANKER_UNAVAILABLE', deadlineMs: stageDeadline(config) });
  }

  depth(limit: number): number {
    return this.reranker.depth(limit);
  }

  async rerank(
    query: string,
    candidates: readonly RerankCandidate[],
    degraded: Set<Degradation>,
    signal: AbortSignal,
  ): Promise<Reranked[]> {
    if (candidates.length < 2) return candidates.map(({ score }, at) => ({ at, score }));
    try {
      return await this.guard.run(signal, (until) => this.reranker.rerank(query, candidates, until));
    } catch (error) {
      if (signal.aborted || !isOutage(error)) throw error;
      this.logger.warn({ error }, 'The passages could not be reranked and keep the order of the fusion');
      degraded.add('rerank');
      return candidates.map(({ score }, at) => ({ at, score }));
    }
  }
}
