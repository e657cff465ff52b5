import { EmbeddingProvider } from '@lectern/embedding';
import { AppConfig, Logger, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { type StoreAnswer } from '../vector-store/vector-store';
import { isOutage, type Degradation } from './degradation';
import { fusionOf } from './fusion';
import { HybridSearch, type HybridQuery } from './hybrid-search';
import { KeywordSearch } from './keyword-search';
import { legWeights } from './legs';
import { queryVariants } from './query-variants';
import { rankPassages, type QueryLists, type RankedPassage } from './rank-passages';

/** Lists this deep, for fusion by score loses a point or two with 20, and a passage has some four chunks. */
const FEWEST_CANDIDATES = 200;
/** Of all variants together, beside the query itself. */
const VARIANTS_WEIGHT = 0.5;

export interface Candidates {
  readonly ranked: readonly RankedPassage[];
  /** What the store found for the query itself. */
  readonly answer: StoreAnswer;
}

/** Ranks passages for a query: its variants beside it, all lists fused once; from the rows of the database where there is no index. */
@Injectable()
export class CandidateSearch {
  constructor(
    private readonly hybrid: HybridSearch,
    private readonly keywords: KeywordSearch,
    private readonly provider: EmbeddingProvider,
    private readonly config: AppConfig,
    private readonly logger: Logger,
  ) {}

  /** @param degraded is told what the ranking had to do without */
  async find(tenant: TenantId, query: HybridQuery, degraded: Set<Degradation>, signal: AbortSignal): Promise<Candidates> {
    const wide = { ...query, limit: Math.max(FEWEST_CANDIDATES, 4 * query.limit) };
    const [answer, variants] = await Promise.all([
      this.answer(tenant, wide, degraded, signal),
      this.variants(tenant, wide, degraded, signal),
    ]);
    const queries = [{ weight: 1, lists: answer.lists }, ...variants];
    return { answer, ranked: rankPassages(queries, legWeights(this.provider.signature), fusionOf(this.config.retrieval.fusion)) };
  }

  private async answer(tenant: TenantId, query: HybridQuery, degraded: Set<Degradation>, signal: AbortSignal): Promise<StoreAnswer> {
    try {
      return await this.hybrid.find(tenant, query, degraded, signal);
    } catch (error) {
      if (signal.aborted || !isOutage(error)) throw error;
      this.logger.warn({ error }, 'The index cannot be searched: the rows of the database are');
      degraded.add('retrieval');
      return this.keywords.search(tenant, query, signal);
    }
  }

  /** A variant that cannot be searched is no loss worth telling: the query itself stands beside it. */
  private async variants(tenant: TenantId, query: HybridQuery, degraded: Set<Degradation>, signal: AbortSignal): Promise<QueryLists[]> {
    if (this.config.retrieval.multiQuery === 'off') return [];
    const texts = queryVariants(query.text);
    const answers = await Promise.allSettled(texts.map((text) => this.hybrid.find(tenant, { ...query, text }, degraded, signal)));
    return answers.flatMap((answer) =>
      answer.status === 'fulfilled' ? [{ weight: VARIANTS_WEIGHT / texts.length, lists: answer.value.lists }] : [],
    );
  }
}
