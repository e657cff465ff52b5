import { EmbeddingProvider } from '@lectern/embedding';
import { AppConfig, Guard, Logger, type DocumentId, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { encodeQuery, type SparseVector } from '../text/sparse-encoder';
import { VectorStore, type HitList, type StoreAnswer } from '../vector-store/vector-store';
import { coverageTerms } from './coverage';
import { isOutage, type Degradation } from './degradation';
import { KeywordSearch } from './keyword-search';
import { legWeights } from './legs';
import { stageDeadline } from './stage-deadline';

export interface HybridQuery {
  readonly text: string;
  /** Hits a list. */
  readonly limit: number;
  /** Left out: the whole library. */
  readonly documentIds?: readonly DocumentId[];
}

/**
 * One query over the index, by words and, where the model reads its script and is there, by meaning: one round trip to the store.
 * Where there is no index, the rows of the database are searched for its words.
 */
@Injectable()
export class HybridSearch {
  private readonly embedding: Guard;
  private readonly search: Guard;

  constructor(
    private readonly provider: EmbeddingProvider,
    private readonly store: VectorStore,
    private readonly keywords: KeywordSearch,
    config: AppConfig,
    private readonly logger: Logger,
  ) {
    const deadlineMs = stageDeadline(config);
    this.embedding = new Guard({ code: 'EMBEDDING_UNAVAILABLE', deadlineMs });
    this.search = new Guard({ code: 'VECTOR_STORE_UNAVAILABLE', deadlineMs });
  }

  /** @param degraded is told where the meaning, or the index, had to be done without */
  async find(tenant: TenantId, query: HybridQuery, degraded: Set<Degradation>, signal: AbortSignal): Promise<StoreAnswer> {
    const { text, ...scope } = query;
    const dense = await this.vectorOf(text, degraded, signal);
    const storeQuery = { ...scope, sparse: encodeQuery(text), frequenciesOf: coverageTerms(text), ...(dense && { dense }) };
    try {
      return await this.search.run(signal, (until) => this.store.search(tenant, storeQuery, until));
    } catch (error) {
      if (signal.aborted || !isOutage(error)) throw error;
      this.logger.warn({ error }, 'The index cannot be searched: the rows of the database are');
      degraded.add('retrieval');
      return this.keywords.search(tenant, query, signal);
    }
  }

  /**
   * The lists of given words, in an index that has just been searched.
   * @throws AppError `VECTOR_STORE_UNAVAILABLE`
   */
  async findWords(
    tenant: TenantId,
    query: Omit<HybridQuery, 'text'> & { readonly sparse: SparseVector },
    signal: AbortSignal,
  ): Promise<readonly HitList[]> {
    return (await this.search.run(signal, (until) => this.store.search(tenant, query, until))).lists;
  }

  private async vectorOf(text: string, degraded: Set<Degradation>, signal: AbortSignal): Promise<Float32Array | undefined> {
    const weights = legWeights(this.provider.signature).dense;
    if (weights.passage + weights.chunk === 0 || !this.provider.reads(text)) return undefined;
    try {
      return await this.embedding.run(signal, (until) => this.provider.embedQuery(text, until));
    } catch (error) {
      if (signal.aborted || !isOutage(error)) throw error;
      this.logger.warn({ error }, 'A query could not be embedded and is searched by its words alone');
      degraded.add('embedding');
      return undefined;
    }
  }
}
