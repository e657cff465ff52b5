import { CachingModule } from '@lectern/caching';
import { EmbeddingModule, EmbeddingProvider } from '@lectern/embedding';
import { LanguageModelModule, LanguageModels } from '@lectern/language-model';
import { AppConfig, Logger } from '@lectern/platform';
import { Module, type OnModuleDestroy } from '@nestjs/common';
import { ModelQueryVariants } from './query-variants/model.query-variants';
import { NoQueryVariants } from './query-variants/none.query-variants';
import { QueryVariants } from './query-variants/query-variants';
import { RuleQueryVariants } from './query-variants/rules.query-variants';
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
import { EmbeddedVectorStore } from './vector-store/embedded/embedded.vector-store';
import { QdrantVectorStore } from './vector-store/qdrant/qdrant.vector-store';
import { VectorStore } from './vector-store/vector-store';

function createVectorStore({ vectorStore }: AppConfig, { signature }: EmbeddingProvider, logger: Logger): VectorStore {
  switch (vectorStore.provider) {
    case 'embedded':
      return new EmbeddedVectorStore({
        file: vectorStore.file,
        signature,
        notify: (notice) => logger.warn({ file: vectorStore.file }, notice),
      });
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

function createQueryVariants({ retrieval }: AppConfig, { models }: LanguageModels): QueryVariants {
  switch (retrieval.multiQuery) {
    case 'off':
      return new NoQueryVariants();
    case 'rules':
      return new RuleQueryVariants();
    case 'model':
      return new ModelQueryVariants(models[0]!);
  }
}

@Module({
  imports: [CachingModule, EmbeddingModule, LanguageModelModule],
  providers: [
    { provide: VectorStore, useFactory: createVectorStore, inject: [AppConfig, EmbeddingProvider, Logger] },
    { provide: Reranker, useFactory: createReranker, inject: [AppConfig] },
    { provide: QueryVariants, useFactory: createQueryVariants, inject: [AppConfig, LanguageModels] },
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
export class RetrievalModule implements OnModuleDestroy {
  constructor(private readonly store: VectorStore) {}

  async onModuleDestroy(): Promise<void> {
    await this.store.close();
  }
}
