import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type System, type SystemOptions } from '../system';

/** What of its interface is used here; the package is 190 MB, so that it is no dependency of ours. */
interface LanceDb {
  connect(directory: string): Promise<{ createTable(name: string, rows: object[]): Promise<Table> }>;
  Index: { fts(): unknown; bitmap(): unknown };
  rerankers: { RRFReranker: { create(): Promise<unknown> } };
}
interface Table {
  add(rows: object[]): Promise<unknown>;
  createIndex(column: string, options: { config: unknown }): Promise<void>;
  optimize(): Promise<unknown>;
  query(): Query;
  close(): void;
}
interface Query {
  nearestToText(query: string): Query;
  nearestTo(vector: readonly number[]): Query;
  where(predicate: string): Query;
  rerank(reranker: unknown): Query;
  select(columns: string[]): Query;
  limit(rows: number): Query;
  toArray(): Promise<unknown[]>;
}

/** Chunks of all tenants in one table, with a full-text index, a bitmap of tenants and exact vector search; hybrid by RRF. */
export async function lancedb({ lancedb: from, directory }: SystemOptions): Promise<System> {
  const { connect, Index, rerankers } = load(from);
  const database = await connect(directory);
  const reranker = await rerankers.RRFReranker.create();
  let made: Table | undefined;
  return {
    async add(documents) {
      const rows = documents.flatMap(({ tenant, chunks }) =>
        chunks.map(({ text, vector }) => ({ tenant: nameOf(tenant), text, vector: Array.from(vector) })),
      );
      if (made) await made.add(rows);
      else made = await database.createTable('chunks', rows);
    },
    async finish() {
      await made!.createIndex('text', { config: Index.fts() });
      await made!.createIndex('tenant', { config: Index.bitmap() });
      await made!.optimize();
    },
    async search({ tenant, text, vector }, limit) {
      const hybrid = made!
        .query()
        .nearestToText(text)
        .nearestTo(Array.from(vector))
        .where(`tenant = '${nameOf(tenant)}'`);
      return (await hybrid.rerank(reranker).select(['text']).limit(limit).toArray()).length;
    },
    async close() {
      made?.close();
    },
  };
}

const nameOf = (tenant: number) => `tenant-${tenant}`;

function load(from: string): LanceDb {
  try {
    return createRequire(join(from, 'package.json'))('@lancedb/lancedb') as LanceDb;
  } catch {
    throw new Error('skipped: npm i --no-save @lancedb/lancedb');
  }
}
