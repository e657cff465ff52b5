import { AppError } from '@lectern/platform';
import { WrappedEmbeddingProvider } from './wrapped.embedding-provider';

/** Sends fewer texts at once to a service that refuses as many, and remembers how many it takes. */
export class BatchedEmbeddingProvider extends WrappedEmbeddingProvider {
  private most = Infinity;

  override async embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    while (vectors.length < texts.length) {
      const some = texts.slice(vectors.length, vectors.length + this.most);
      try {
        vectors.push(...(await this.inner.embedPassages(some, signal)));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'TOO_LARGE') throw error;
        if (some.length === 1)
          throw new AppError('EMBEDDING_MISMATCH', 'The embedding service does not take a single text.', { cause: error });
        this.most = Math.ceil(some.length / 2);
      }
    }
    return vectors;
  }
}
