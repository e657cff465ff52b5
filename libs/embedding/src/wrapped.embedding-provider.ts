import { EmbeddingProvider, type EmbeddingSignature } from './embedding-provider';

/** A provider around another, which is the other in all that it does not change. */
export abstract class WrappedEmbeddingProvider extends EmbeddingProvider {
  constructor(protected readonly inner: EmbeddingProvider) {
    super();
  }

  get signature(): EmbeddingSignature {
    return this.inner.signature;
  }

  reads(text: string): boolean {
    return this.inner.reads(text);
  }

  embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    return this.inner.embedPassages(texts, signal);
  }

  embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    return this.inner.embedQuery(text, signal);
  }

  override ping(signal: AbortSignal): Promise<void> {
    return this.inner.ping(signal);
  }

  override close(): Promise<void> {
    return this.inner.close();
  }
}
