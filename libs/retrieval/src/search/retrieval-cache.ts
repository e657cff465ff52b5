import { Cache, cacheKey, DerivedEntries, LibraryEpoch, type CacheKey } from '@lectern/caching';
import { EmbeddingProvider, signatureLine } from '@lectern/embedding';
import { AppConfig, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { type RetrievalAnswer, type RetrievalQuery } from './retrieval-answer';

/** Raised when the form of an answer, or what is found for a query, changes: older ones are then never found. */
const FORM = 1;

/** Answers of retrieval, by tenant, state of the library and everything else that they depend on. */
@Injectable()
export class RetrievalCache {
  constructor(
    private readonly cache: Cache,
    private readonly epochs: LibraryEpoch,
    private readonly derived: DerivedEntries,
    private readonly provider: EmbeddingProvider,
    private readonly config: AppConfig,
  ) {}

  /** What is cached, or what `make` makes: kept, unless the library changed meanwhile or something had to be left out of it. */
  async through(tenant: TenantId, query: RetrievalQuery, make: () => Promise<RetrievalAnswer>): Promise<RetrievalAnswer> {
    const epoch = await this.epochs.current(tenant);
    const key = this.keyOf(tenant, epoch, query);
    const cached = await this.cache.get<RetrievalAnswer>(key);
    if (cached) return cached;
    const answer = await make();
    if (answer.degraded.length === 0 && (await this.epochs.current(tenant)) === epoch) {
      const ttlMs = this.config.cacheTtl.retrievalMs;
      await Promise.all([this.cache.set(key, answer, ttlMs), this.derived.note(tenant, epoch, ttlMs)]);
    }
    return answer;
  }

  private keyOf(tenant: TenantId, epoch: number, { text, limit, tokens, filename, documentIds }: RetrievalQuery): CacheKey {
    const { retrieval, reranker } = this.config;
    const parts = [FORM, signatureLine(this.provider.signature), retrieval, reranker, text, limit, tokens, filename, documentIds];
    return cacheKey({ space: 'retrieval', tenant, epoch, parts });
  }
}
