import { cacheKey, type Cache, type CacheKey } from '@lectern/caching';
import { SingleFlight } from '@lectern/platform';
import { signatureLine, type EmbeddingProvider } from './embedding-provider';
import { WrappedEmbeddingProvider } from './wrapped.embedding-provider';

interface CachedOptions {
  cache: Cache;
  ttlMs: number;
}

/**
 * Remembers the vectors of queries, for everybody: a query's vector tells nothing of a library. Its text is private all the same, so the key is a hash. Passages
 * are not kept: each is embedded once.
 */
export class CachedEmbeddingProvider extends WrappedEmbeddingProvider {
  private readonly inFlight = new SingleFlight<CacheKey, Float32Array>();

  constructor(
    inner: EmbeddingProvider,
    private readonly options: CachedOptions,
  ) {
    super(inner);
  }

  override async embedQuery(text: string, signal: AbortSignal): Promise<Float32Array> {
    // no model tells these apart
    const normalized = text.normalize('NFC').replace(/\s+/g, ' ').trim();
    const key = cacheKey({ space: 'query-embedding', parts: [signatureLine(this.signature), normalized] });
    const { value } = await this.inFlight.run(key, signal, async (shared) => {
      const kept = fromText(await this.options.cache.get<string>(key));
      if (kept?.length === this.signature.dimension) return kept;
      const vector = await this.inner.embedQuery(normalized, shared);
      // nobody waits for it
      void this.options.cache.set(key, toText(vector), this.options.ttlMs).catch(() => {});
      return vector;
    });
    return value;
  }
}

/** A quarter of the same numbers in JSON. */
function toText(vector: Float32Array): string {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');
}

function fromText(text: string | undefined): Float32Array | undefined {
  if (typeof text !== 'string') return undefined;
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return bytes.byteLength % 4 === 0 ? new Float32Array(bytes.buffer) : undefined;
}
