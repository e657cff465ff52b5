import { EmbeddingProvider } from '@lectern/embedding';
import { AppConfig, Guard, Logger, type DocumentId, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { encodeQuery } from '../text/sparse-encoder';
import { VectorStore, type StoreAnswer } from '../vector-store/vector-store';
import { coverageTerms } from './coverage';
import { isOutage, type Degradation } from './degradation';
import { legWeights } from './legs';
import { stageDeadline } from './stage-deadline';

export interface HybridQuery {
  readonly text: string;
  /** Hits a list. */
  readonly limit: number;
  /** Left out: the whole library. */
  readonly documentIds?: readonly DocumentId[];
}

/** One query over the index, by words and, where the model reads its script and is there, by meaning: one round trip to the store. */
@Injectable()
export class HybridSearch {
  private readonly embedding: Guard;
  private readonly search: Guard;

  constructor(
    private readonly provider: EmbeddingProvider,
    private readonly store: VectorStore,
    config: AppConfig,
    private readonly logger: Logger,
  ) {
    const deadlineMs = stageDeadline(config);
    this.embedding = new Guard({ code: 'EMBEDDING_UNAVAILABLE', deadlineMs });
    this.search = new Guard({ code: 'VECTOR_STORE_UNAVAILABLE', deadlineMs });
  }

  /**
   * @param degraded is told where the meaning had to be left out
   * @throws AppError `VECTOR_STORE_UNAVAILABLE`, or `EMBEDDING_MISMATCH` where the store holds another model's vectors
   */
  async find(tenant: TenantId, { text, ...query }: HybridQuery, degraded: Set<Degradation>, signal: AbortSignal): Promise<StoreAnswer> {
    const dense = await this.vectorOf(text, degraded, signal);
    const storeQuery = { ...query, sparse: encodeQuery(text), frequenciesOf: coverageTerms(text), ...(dense && { dense }) };
    return this.search.run(signal, (until) => this.store.search(tenant, storeQuery, until));
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
