import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddingProvider } from '@lectern/embedding';
import { AppConfig, AppError, Database, type DocumentId, type TenantId } from '@lectern/platform';
import { VectorStore } from '@lectern/retrieval';
import { Injectable } from '@nestjs/common';
import { pointsOf } from './index-points';
import { unitsOf } from './index-units';

/** In a row, of one batch; a service that is away for longer ends the work, and what was there before still serves. */
const ATTEMPTS = 10;
const PAUSE_SECONDS = 5;

export interface ReindexingReport {
  documents: number;
  points: number;
}

/**
 * Makes the index anew from the rows of ready documents, with the embedding model of now. A document that becomes ready meanwhile is found by the
 * reconciler.
 */
@Injectable()
export class Reindexing {
  constructor(
    private readonly database: Database,
    private readonly provider: EmbeddingProvider,
    private readonly vectors: VectorStore,
    private readonly config: AppConfig,
  ) {}

  async run(signal: AbortSignal): Promise<ReindexingReport> {
    const report = { documents: 0, points: 0 };
    await this.vectors.rebuild(async (write) => {
      const ready = await this.database.document.findMany({
        where: { status: 'ready' },
        select: { id: true, tenantId: true, generation: true, batches: true },
      });
      for (const { id, tenantId, generation, batches } of ready) {
        const key = { documentId: id as DocumentId, generation };
        for (const { firstChunk, lastChunk } of batches.filter((batch) => batch.generation === generation)) {
          const units = await unitsOf(this.database, { ...key, firstChunk, lastChunk });
          const points = await patiently(() => pointsOf(this.provider, key, units, this.config.embedding.batchSize, signal), signal);
          await write(tenantId as TenantId, points, signal);
          report.points += points.length;
        }
        report.documents++;
      }
    }, signal);
    return report;
  }
}

/** A quota of an embedding service may be spent for a while. */
async function patiently<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.retryable) || attempt === ATTEMPTS) throw error;
      await sleep((error.retryAfterSeconds ?? PAUSE_SECONDS) * 1000, undefined, { signal });
    }
  }
}
