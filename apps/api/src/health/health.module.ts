import { CachingModule, RedisConnection } from '@lectern/caching';
import { EmbeddingModule, EmbeddingProvider } from '@lectern/embedding';
import { LanguageModelModule, LanguageModels } from '@lectern/language-model';
import { BlobStore, Database, HealthModule, JobQueue, type Dependency } from '@lectern/platform';
import { RetrievalModule, VectorStore } from '@lectern/retrieval';

/** What the API stands on. Questions are answered without Redis, without the vector store and without any model, uploads wait in the database. */
function dependencies(
  database: Database,
  redis: RedisConnection,
  queue: JobQueue,
  vectors: VectorStore,
  embedding: EmbeddingProvider,
  blobs: BlobStore,
  { models }: LanguageModels,
): Dependency[] {
  return [
    // a row, not `SELECT 1`: a database without its tables serves nobody
    { name: 'database', essential: true, ping: () => database.tenant.findFirst({ select: { id: true } }) },
    { name: 'redis', essential: false, ping: () => redis.ping() },
    { name: 'queues', essential: false, ping: () => queue.ping() },
    { name: 'vector_store', essential: false, ping: () => vectors.ping(AbortSignal.timeout(1_000)) },
    { name: 'embedding', essential: false, ping: () => embedding.ping(AbortSignal.timeout(1_000)) },
    ...(models.length > 0 ? [{ name: 'generation', essential: false, ping: () => models[0]!.ping() }] : []),
    { name: 'blob_store', essential: true, ping: () => blobs.ping() },
  ];
}

export const ApiHealthModule = HealthModule.forDependencies({
  imports: [CachingModule, EmbeddingModule, LanguageModelModule, RetrievalModule],
  inject: [Database, RedisConnection, JobQueue, VectorStore, EmbeddingProvider, BlobStore, LanguageModels],
  useFactory: dependencies,
});
