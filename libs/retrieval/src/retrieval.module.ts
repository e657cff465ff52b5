import { CachingModule } from '@lectern/caching';
import { EmbeddingModule, EmbeddingProvider } from '@lectern/embedding';
import { AppConfig, AppError } from '@lectern/platform';
import { Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { LexicalReranker } from './rerank/lexical.reranker';
import { NoReranker } from './rerank/none.reranker';
import { Reranker } from './rerank/reranker';
import { TeiReranker } from './rerank/tei.reranker';
import { CandidateSearch } from './search/candidate-search';
import { Expansion } from './search/expansion';
import { HybridSearch } from './search/hybrid-search';
import { KeywordSearch } from './search/keyword-search';
import { Library } from './search/library';
import { PassageTexts } from './search/passage-texts';
import { Reranking } from './search/reranking';
import { RetrievalCache } from './search/retrieval-cache';
import { RetrievalService } from './search/retrieval.service';
import { EmbeddedVectorStore } from './vector-store/embedded.vector-store';
import { QdrantVectorStore } from './vector-store/qdrant.vector-store';
import { VectorStore } from './vector-store/vector-store';

/** How long a start waits for the store's word on its signature. */
const BOOT_PATIENCE_MS = 5_000;

function createVectorStore({ vectorStore }: AppConfig, { signature }: EmbeddingProvider): VectorStore {
  switch (vectorStore.provider) {
    case 'embedded':
      return new EmbeddedVectorStore({ file: vectorStore.file });
    case 'qdrant':
      return new QdrantVectorStore({ ...vectorStore, signature });
  }
}

function createReranker({ reranker }: AppConfig): Reranker {
  switch (reranker.provider) {
    case 'none':
      return new NoReranker();
    case 'lexical':
      return new LexicalReranker();
    case 'tei':
      return new TeiReranker({ url: reranker.url });
  }
}

@Module({
  imports: [CachingModule, EmbeddingModule],
  providers: [
    { provide: VectorStore, useFactory: createVectorStore, inject: [AppConfig, EmbeddingProvider] },
    { provide: Reranker, useFactory: createReranker, inject: [AppConfig] },
    CandidateSearch,
    Expansion,
    HybridSearch,
    KeywordSearch,
    Library,
    PassageTexts,
    Reranking,
    RetrievalCache,
    RetrievalService,
  ],
  exports: [VectorStore, RetrievalService],
})
export class RetrievalModule implements OnModuleInit, OnModuleDestroy {
  constructor(private readonly store: VectorStore) {}

  /** A store of another embedding model stops the start. One that is away does not: it is asked again by every call. */
  async onModuleInit(): Promise<void> {
    await this.store.ping(AbortSignal.timeout(BOOT_PATIENCE_MS)).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'EMBEDDING_MISMATCH') throw error;
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.store.close();
  }
}
