import { EmbeddingProvider } from '@lectern/embedding';
import { isModelFailure } from '@lectern/language-model';
import { AppConfig, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { QueryVariants } from '../query-variants/query-variants';
import { clausesOf } from '../query-variants/rules.query-variants';
import { type HitList, type StoreAnswer } from '../vector-store/vector-store';
import { isOutage, type Degradation } from './degradation';
import { BELIEVED, isLong, withFeedback } from './feedback';
import { fusionOf } from './fusion';
import { HybridSearch, type HybridQuery } from './hybrid-search';
import { legWeights } from './legs';
import { PassageTexts } from './passage-texts';
import { rankPassages, type QueryLists, type RankedPassage } from './rank-passages';

/** Lists this deep, for fusion by score loses a point or two with 20, and a passage has some four chunks. */
const FEWEST_CANDIDATES = 200;
/** Of all variants together, beside the query itself. */
const VARIANTS_WEIGHT = 0.5;

export interface Candidates {
  readonly ranked: readonly RankedPassage[];
  /** What was found for the query itself. */
  readonly answer: StoreAnswer;
}

/** Ranks passages for a query: variants of it beside it, all lists fused once, and a long query once more with the words of what it found. */
@Injectable()
export class CandidateSearch {
  constructor(
    private readonly hybrid: HybridSearch,
    private readonly texts: PassageTexts,
    private readonly queryVariants: QueryVariants,
    private readonly provider: EmbeddingProvider,
    private readonly config: AppConfig,
  ) {}

  /** @param degraded is told what the ranking had to do without */
  async find(tenant: TenantId, query: HybridQuery, degraded: Set<Degradation>, signal: AbortSignal): Promise<Candidates> {
    const wide = { ...query, limit: Math.max(FEWEST_CANDIDATES, 2 * query.limit) };
    const answer = await this.hybrid.find(tenant, wide, degraded, signal);
    if (degraded.has('retrieval')) return { answer, ranked: this.rank([{ weight: 1, lists: answer.lists }]) };
    const variants = await this.variants(tenant, wide, degraded, signal);
    const ranked = this.rank([{ weight: 1, lists: answer.lists }, ...variants]);
    if (this.config.retrieval.feedback === 'off' || !isLong(query.text)) return { answer, ranked };
    const lists = await this.withFeedback(tenant, wide, answer, ranked, signal);
    return { answer, ranked: this.rank([{ weight: 1, lists }, ...variants]) };
  }

  private rank(queries: readonly QueryLists[]): RankedPassage[] {
    return rankPassages(queries, legWeights(this.provider.signature), fusionOf(this.config.retrieval.fusion));
  }

  /** Other queries beside the query, searched at once. */
  private async variants(tenant: TenantId, query: HybridQuery, degraded: Set<Degradation>, signal: AbortSignal): Promise<QueryLists[]> {
    const texts = await this.queryVariants.of(query.text, signal).catch((error: unknown) => {
      // the query itself has been searched, and its clauses need nobody
      if (signal.aborted || !isModelFailure(error)) throw error;
      degraded.add('generation');
      return clausesOf(query.text);
    });
    const answers = await Promise.all(texts.map((text) => this.hybrid.find(tenant, { ...query, text }, degraded, signal)));
    return answers.map(({ lists }) => ({ weight: VARIANTS_WEIGHT / texts.length, lists }));
  }

  /** The lists by words anew; those by meaning stay. */
  private async withFeedback(
    tenant: TenantId,
    { text, ...query }: HybridQuery,
    answer: StoreAnswer,
    ranked: readonly RankedPassage[],
    signal: AbortSignal,
  ): Promise<HitList[]> {
    const best = ranked.slice(0, BELIEVED);
    const loaded = await this.texts.load(tenant, best);
    const believed = best.flatMap(({ score }, i) => (loaded[i] ? [{ text: loaded[i].text, score }] : []));
    try {
      const again = await this.hybrid.findWords(tenant, { ...query, sparse: withFeedback(text, believed) }, signal);
      return [...again, ...answer.lists.filter(({ leg }) => leg === 'dense')];
    } catch (error) {
      // what was found the first time is an answer
      if (signal.aborted || !isOutage(error)) throw error;
      return [...answer.lists];
    }
  }
}
