import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import {
  DocumentIntake,
  DocumentLibrary,
  EmbeddingService,
  IngestionModule,
  IngestionService,
  InvariantChecker,
  Reconciler,
  Reindexing,
} from '@lectern/ingestion';
import { AppConfig, BlobStore, Database, JobQueue, parseConfig, PlatformModule, type TenantId } from '@lectern/platform';
import { VectorStore } from '@lectern/retrieval';
import type { TestRedis } from './redis';

/** The whole ingestion side over real stores in a folder of its own; jobs are run by the spec itself, one by one. */
export async function startIngestion(redis: TestRedis, settings: Record<string, string> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-ingestion-'));
  const config = parseConfig({ DATA_DIR: directory, REDIS_URL: redis.url, LOG_LEVEL: 'silent', ...settings });
  const module = await Test.createTestingModule({ imports: [PlatformModule, IngestionModule] })
    .overrideProvider(AppConfig)
    .useValue(config)
    .compile();
  await module.init();
  const database = module.get(Database);
  const tenant = 'tenant-of-the-spec' as TenantId;
  await database.tenant.create({ data: { id: tenant } });
  const never = new AbortController().signal;

  return {
    tenant,
    database,
    vectors: module.get(VectorStore),
    queue: module.get(JobQueue),
    blobs: module.get(BlobStore),
    library: module.get(DocumentLibrary),
    ingestion: module.get(IngestionService),
    embedding: module.get(EmbeddingService),
    reconciler: module.get(Reconciler),
    reindexing: module.get(Reindexing),
    async upload(filename: string, text: string) {
      const blob = await module.get(BlobStore).stage(
        (async function* () {
          yield Buffer.from(text);
        })(),
        1e9,
        never,
      );
      const [accepted] = await module.get(DocumentIntake).accept(tenant, [{ filename, blob }]);
      return accepted!.document;
    },
    /** Runs every batch of a document that is parsed. */
    async embedAll(documentId: string) {
      for (const { n, generation } of await database.embeddingBatch.findMany({ where: { documentId, doneAt: null } })) {
        await module.get(EmbeddingService).embed({ documentId, generation, batch: n }, never);
      }
    },
    check: () => module.get(InvariantChecker).check(never),
    async stop() {
      await module.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
