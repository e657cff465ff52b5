import { EmbeddingModule, EmbeddingProvider } from '@lectern/embedding';
import { IngestionModule } from '@lectern/ingestion';
import { BlobStore, Database, HealthModule, JobQueue, PlatformModule, type Dependency } from '@lectern/platform';
import { IndexCheckModule, RetrievalModule, VectorStore } from '@lectern/retrieval';
import { Module } from '@nestjs/common';
import { EmbeddingProcessor } from './embedding.processor';
import { IngestionProcessor } from './ingestion.processor';
import { MaintenanceProcessor } from './maintenance.processor';
import { ReconcileClock } from './reconcile.clock';

const health = HealthModule.forDependencies({
  imports: [EmbeddingModule, RetrievalModule],
  inject: [Database, JobQueue, VectorStore, EmbeddingProvider, BlobStore],
  useFactory: (database: Database, queue: JobQueue, vectors: VectorStore, embedding: EmbeddingProvider, blobs: BlobStore): Dependency[] => [
    { name: 'database', essential: true, ping: () => database.$queryRaw`SELECT 1` },
    { name: 'queues', essential: false, ping: () => queue.ping() },
    { name: 'vector_store', essential: false, ping: () => vectors.ping(AbortSignal.timeout(1_000)) },
    { name: 'embedding', essential: false, ping: () => embedding.ping(AbortSignal.timeout(1_000)) },
    { name: 'blob_store', essential: true, ping: () => blobs.ping() },
  ],
});

@Module({
  imports: [PlatformModule, IndexCheckModule, IngestionModule, health],
  providers: [IngestionProcessor, EmbeddingProcessor, MaintenanceProcessor, ReconcileClock],
})
export class WorkerModule {}
