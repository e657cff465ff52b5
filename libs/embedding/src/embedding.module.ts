import { Cache, CachingModule, RateLimiter, RedisConnection } from '@lectern/caching';
import { AppConfig, Logger, Metrics, PlatformModule } from '@lectern/platform';
import { Module, type OnModuleDestroy } from '@nestjs/common';
import { BatchedEmbeddingProvider } from './batched.embedding-provider';
import { CachedEmbeddingProvider } from './cached.embedding-provider';
import { EmbeddingProvider } from './embedding-provider';
import { HuggingFaceEmbeddingProvider } from './huggingface.embedding-provider';
import { LexicalEmbeddingProvider } from './lexical.embedding-provider';
import { MonitoredEmbeddingProvider } from './monitored.embedding-provider';
import { OnnxEmbeddingProvider } from './onnx.embedding-provider';
import { RateLimitedEmbeddingProvider, type Quota } from './rate-limited.embedding-provider';
import { ResilientEmbeddingProvider } from './resilient.embedding-provider';

/** The dimension of BAAI/bge-large-en-v1.5, the production model, so that both need the same room. */
const LEXICAL_DIMENSION = 1024;

/** Someone waits for a query, and has keywords to fall back on; a job can wait for its passages, and comes back by itself. */
const PERSISTENCE = {
  query: { attempts: 2, timeoutMs: 4_000 },
  passages: { attempts: 3, timeoutMs: 60_000 },
  backoffMs: 250,
  patienceMs: 2_000,
};
const PROBE_EVERY_MS = 5_000;
const REDIS_DEADLINE_MS = 150;

function createEmbeddingProvider(
  { embedding, cacheTtl }: AppConfig,
  cache: Cache,
  redis: RedisConnection,
  metrics: Metrics,
  logger: Logger,
): EmbeddingProvider {
  const { model } = embedding;
  const onKeyRefused = (error: unknown) => logger.error({ provider: model.provider, error }, 'The embedding service refuses its key');
  const shared = (provider: EmbeddingProvider) =>
    new CachedEmbeddingProvider(new MonitoredEmbeddingProvider(provider, { probeEveryMs: PROBE_EVERY_MS, onKeyRefused }), {
      cache,
      ttlMs: cacheTtl.embeddingMs,
    });
  switch (model.provider) {
    case 'lexical':
      return new LexicalEmbeddingProvider({ dimension: LEXICAL_DIMENSION });
    case 'onnx':
      return shared(new OnnxEmbeddingProvider({ directory: model.directory }));
    case 'huggingface': {
      const service = new HuggingFaceEmbeddingProvider({ ...model, model: model.name });
      // from the inside: every request is counted, tried again and, where it is too large, halved
      const limited = new RateLimitedEmbeddingProvider(service, quotas(embedding, redis, metrics));
      return shared(new BatchedEmbeddingProvider(new ResilientEmbeddingProvider(limited, PERSISTENCE)));
    }
  }
}

function quotas({ requestsPerMinute, requestsPerDay }: AppConfig['embedding'], redis: RedisConnection, metrics: Metrics): Quota[] {
  const failures = metrics.counter('embedding_quota_failures_total', 'Embedding requests that each process counted alone, without Redis');
  const quota = (window: string, windowMs: number, limit: number): Quota => {
    const options = { windowMs, deadlineMs: REDIS_DEADLINE_MS, withoutRedis: 'each process', onFailure: () => failures.inc() } as const;
    const limiter = new RateLimiter(redis, options);
    return { limit, hit: (room) => limiter.hit(`embedding:${window}`, room) };
  };
  return [quota('minute', 60_000, requestsPerMinute), quota('day', 86_400_000, requestsPerDay)];
}

@Module({
  imports: [PlatformModule, CachingModule],
  providers: [
    { provide: EmbeddingProvider, useFactory: createEmbeddingProvider, inject: [AppConfig, Cache, RedisConnection, Metrics, Logger] },
  ],
  exports: [EmbeddingProvider],
})
export class EmbeddingModule implements OnModuleDestroy {
  constructor(private readonly provider: EmbeddingProvider) {}

  async onModuleDestroy(): Promise<void> {
    await this.provider.close();
  }
}
