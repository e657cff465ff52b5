import { EmbeddingModule } from '@lectern/embedding';
import { AppConfig } from '@lectern/platform';
import { Module, type OnModuleDestroy } from '@nestjs/common';
import { Library } from './search/library';
import { PassageTexts } from './search/passage-texts';
import { RetrievalService } from './search/retrieval.service';
import { EmbeddedVectorStore } from './vector-store/embedded.vector-store';
import { VectorStore } from './vector-store/vector-store';

function createVectorStore({ vectorStore }: AppConfig): VectorStore {
  switch (vectorStore.provider) {
    case 'embedded':
      return new EmbeddedVectorStore({ file: vectorStore.file });
    case 'qdrant':
      throw new Error('VECTOR_STORE=qdrant has no adapter.');
  }
}

@Module({
  imports: [EmbeddingModule],
  providers: [{ provide: VectorStore, useFactory: createVectorStore, inject: [AppConfig] }, Library, PassageTexts, RetrievalService],
  exports: [VectorStore, RetrievalService],
})
export class RetrievalModule implements OnModuleDestroy {
  constructor(private readonly store: VectorStore) {}

  async onModuleDestroy(): Promise<void> {
    await this.store.close();
  }
}
