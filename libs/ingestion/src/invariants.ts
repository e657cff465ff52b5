import { BlobStore, Database, JobQueue } from '@lectern/platform';
import { VectorStore } from '@lectern/retrieval';
import { Injectable } from '@nestjs/common';
import { VISIBLE_STATUSES, PARSING_STAGES } from './document-state';
import { embedBatch, ingestDocument } from './ingestion.jobs';

export interface InvariantReport {
  documents: number;
  chunks: number;
  /** Points of kind `chunk`. */
  points: number;
  /** A line for each breach. */
  breaches: string[];
}

/** An orphaned file is a breach once the reconciler had time to find it. */
const ORPHAN_FILE_MS = 10 * 60_000;

/**
 * Proves that what was derived agrees with the rows: for every ready document chunk rows = points of kind `chunk` = distinct (document, index); nothing of any kind
 * belongs to nobody; and no document is unfinished without a live job. Reads only, so it runs beside a running system.
 */
@Injectable()
export class InvariantChecker {
  constructor(
    private readonly database: Database,
    private readonly vectors: VectorStore,
    private readonly blobs: BlobStore,
    private readonly queue: JobQueue,
  ) {}

  async check(signal: AbortSignal): Promise<InvariantReport> {
    const breaches: string[] = [];
    const { documents, chunks, points } = await this.counts(breaches, signal);
    await this.unfinished(breaches);
    await this.orphanedRows(breaches);
    await this.files(breaches, signal);
    return { documents, chunks, points, breaches };
  }

  private async counts(breaches: string[], signal: AbortSignal) {
    const documents = await this.database.document.findMany({ select: { id: true, status: true, generation: true, chunks: true } });
    const visible = new Map(documents.filter(({ status }) => status !== 'deleted').map((row) => [row.id, row]));
    const rows = new Map(
      (await this.database.chunk.groupBy({ by: ['documentId', 'generation'], _count: true })).map((group) => [
        `${group.documentId} ${group.generation}`,
        group._count,
      ]),
    );
    const stored = await this.vectors.documents(signal);
    const points = new Map(stored.map((entry) => [`${entry.documentId} ${entry.generation}`, entry.chunk]));

    for (const { id, status, generation, chunks } of visible.values()) {
      if (status !== 'ready') continue;
      const key = `${id} ${generation}`;
      if (rows.get(key) !== chunks) breaches.push(`document ${id}: ${chunks} chunks in its row, ${rows.get(key) ?? 0} chunk rows`);
      if (points.get(key) !== chunks) breaches.push(`document ${id}: ${chunks} chunks, ${points.get(key) ?? 0} points`);
    }
    for (const { documentId, generation, chunk, passage } of stored) {
      const document = visible.get(documentId);
      if (!document || document.status === 'failed' || document.generation !== generation)
        breaches.push(`${chunk + passage} points of document ${documentId}, generation ${generation}, belong to nobody`);
    }
    const sum = (counts: Iterable<number>) => Iterator.from(counts).reduce((total, count) => total + count, 0);
    return { documents: visible.size, chunks: sum(rows.values()), points: sum(points.values()) };
  }

  private async unfinished(breaches: string[]): Promise<void> {
    const waiting = await this.database.document.findMany({
      where: { status: { in: ['queued', 'processing'] } },
      select: { id: true, generation: true, stage: true, batches: { where: { doneAt: null }, select: { n: true, generation: true } } },
    });
    for (const { id, generation, stage, batches } of waiting) {
      const parsing = (PARSING_STAGES as readonly string[]).includes(stage);
      const own = batches.filter((batch) => batch.generation === generation);
      const live = parsing
        ? [await this.queue.isLive(ingestDocument, { documentId: id, generation })]
        : await Promise.all(own.map(({ n }) => this.queue.isLive(embedBatch, { documentId: id, generation, batch: n })));
      if (live.length === 0 || live.includes(false)) breaches.push(`document ${id} is unfinished (${stage}) and has no live job`);
    }
  }

  private async orphanedRows(breaches: string[]): Promise<void> {
    const owned = { document: { status: { in: ['failed', 'deleted'] } } };
    const chunks = await this.database.chunk.count({ where: owned });
    const segments = await this.database.textSegment.count({ where: owned });
    if (chunks + segments > 0)
      breaches.push(`${chunks} chunk rows and ${segments} stretches of text belong to failed or deleted documents`);
    const old = await this.database.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM "Chunk" c JOIN "Document" d ON d."id" = c."documentId" WHERE d."status" = 'ready' AND c."generation" <> d."generation"`;
    if (old[0]!.n > 0) breaches.push(`${old[0]!.n} chunk rows are of an older generation of a ready document`);
  }

  private async files(breaches: string[], signal: AbortSignal): Promise<void> {
    const wanted = await this.database.document.findMany({
      where: { status: { in: [...VISIBLE_STATUSES] } },
      select: { id: true },
    });
    for (const { id } of wanted) {
      await this.blobs.open(id, signal).then(
        (blob) => blob.release(),
        () => breaches.push(`document ${id} has no file`),
      );
    }
    const known = new Set(wanted.map(({ id }) => id));
    for await (const key of this.blobs.keys(ORPHAN_FILE_MS)) if (!known.has(key)) breaches.push(`file ${key} belongs to no document`);
  }
}
