import { Module } from '@nestjs/common';
import { AppConfig } from '@lectern/platform';
import { EmbeddingProvider } from './embedding-provider';
import { LexicalEmbeddingProvider } from './lexical.embedding-provider';

/** The dimension of BAAI/bge-large-en-v1.5, the production model, so that both need the same room. */
const LEXICAL_DIMENSION = 1024;

function createEmbeddingProvider({ embedding }: AppConfig): EmbeddingProvider {
  switch (embedding.model.provider) {
    case 'lexical':
      return new LexicalEmbeddingProvider({ dimension: LEXICAL_DIMENSION });
    case 'onnx':
    case 'huggingface':
      throw new Error(`EMBEDDING_PROVIDER=${embedding.model.provider} has no adapter.`);
  }
}

@Module({
  providers: [{ provide: EmbeddingProvider, useFactory: createEmbeddingProvider, inject: [AppConfig] }],
  exports: [EmbeddingProvider],
})
export class EmbeddingModule {}
