import { type EmbeddingProvider } from './embedding-provider';
import { isKeyRefused } from './service-error';
import { WrappedEmbeddingProvider } from './wrapped.embedding-provider';

interface MonitoringOptions {
  /** Between two tries of a model that does not answer. */
  probeEveryMs: number;
  /** Told once, until the model answers again: an operator has to do something. */
  onKeyRefused: (error: unknown) => void;
}

/**
 * Knows from the calls that go by whether the model answers, so that a health check, which comes every second, costs a request only while it does not, and then
 * seldom.
 */
export class MonitoredEmbeddingProvider extends WrappedEmbeddingProvider {
  /** Undefined while it answers. */
  private failure: unknown = new Error('not asked yet');
  private probe: Promise<void> | undefined;
  private probedAt = -Infinity;

  constructor(
    inner: EmbeddingProvider,
    private readonly options: MonitoringOptions,
  ) {
    super(inner);
  }

  override embedPassages(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]> {
    return this.watch(signal, this.inner.embedPassages(texts, signal));
  }

  override embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    return this.watch(signal, this.inner.embedQuery(text, signal));
  }

  /** A try goes on when nobody waits for it any more: the next ping finds what it found. */
  override async ping(): Promise<void> {
    if (this.failure === undefined) return;
    if (!this.probe && performance.now() - this.probedAt >= this.options.probeEveryMs) {
      this.probedAt = performance.now();
      const { signal } = new AbortController();
      this.probe = this.watch(signal, this.inner.ping(signal)).finally(() => (this.probe = undefined));
    }
    if (!this.probe) throw this.failure;
    await this.probe;
  }

  private async watch<Result>(signal: AbortSignal, call: Promise<Result>): Promise<Result> {
    try {
      const result = await call;
      this.failure = undefined;
      return result;
    } catch (error) {
      if (signal.aborted) throw error;
      if (isKeyRefused(error) && !isKeyRefused(this.failure)) this.options.onKeyRefused(error);
      this.failure = error;
      throw error;
    }
  }
}
