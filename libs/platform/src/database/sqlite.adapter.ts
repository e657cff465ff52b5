import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils';
import { Gate } from './gate';

/** How long a statement may wait for another process's write lock before it fails. */
const BUSY_LIMIT_MS = 8_000;

/**
 * SQLite for Prisma, made safe. The stock adapter has one connection and runs every query of the process on it, also while a
 * transaction is open there: such a query is rolled back together with a transaction that it never belonged to. Here
 * every query and every transaction passes one gate. `BEGIN` is `IMMEDIATE`, so that a transaction never fails half-way for want of
 * the write lock, and waiting for that lock is asynchronous: the driver's own busy wait would hold the event loop.
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = 'lectern-sqlite';
  private readonly stock: PrismaBetterSqlite3;

  /** @param url `file:<path>` */
  constructor(url: string) {
    this.stock = new PrismaBetterSqlite3({ url, timeout: 0 });
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await this.stock.connect();
    // 64 MB: a bulk write must not leave a log of its size behind for ever
    await whileBusy(() =>
      adapter.executeScript(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -16000;',
      ),
    );
    return new GatedSqliteAdapter(adapter);
  }
}

class GatedSqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = 'lectern-sqlite';
  private readonly gate = new Gate();

  constructor(private readonly inner: SqlDriverAdapter) {}

  queryRaw(query: SqlQuery) {
    return this.alone(() => this.inner.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.alone(() => this.inner.executeRaw(query));
  }

  executeScript(script: string) {
    return this.alone(() => this.inner.executeScript(script));
  }

  async startTransaction(_isolation?: IsolationLevel): Promise<Transaction> {
    const leave = await this.gate.enter();
    try {
      await whileBusy(() => this.inner.executeRaw({ sql: 'BEGIN IMMEDIATE', args: [], argTypes: [] }));
    } catch (error) {
      leave();
      throw error;
    }
    return new GatedTransaction(this.inner, leave);
  }

  async dispose() {
    const leave = await this.gate.enter();
    try {
      await this.inner.dispose();
    } finally {
      leave();
    }
  }

  private async alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const leave = await this.gate.enter();
    try {
      return await whileBusy(work);
    } finally {
      leave();
    }
  }
}

/** Owns the connection until Prisma has sent `COMMIT` or `ROLLBACK` through it. */
class GatedTransaction implements Transaction {
  readonly provider = 'sqlite';
  readonly adapterName = 'lectern-sqlite';
  readonly options = { usePhantomQuery: false };

  constructor(
    private readonly inner: SqlDriverAdapter,
    private readonly leave: () => void,
  ) {}

  queryRaw(query: SqlQuery) {
    return whileBusy(() => this.inner.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return whileBusy(() => this.inner.executeRaw(query));
  }

  async commit() {
    this.leave();
  }

  async rollback() {
    this.leave();
  }

  async createSavepoint(name: string) {
    await this.run(`SAVEPOINT ${name}`);
  }

  async rollbackToSavepoint(name: string) {
    await this.run(`ROLLBACK TO ${name}`);
  }

  async releaseSavepoint(name: string) {
    await this.run(`RELEASE SAVEPOINT ${name}`);
  }

  private run(sql: string) {
    return this.executeRaw({ sql, args: [], argTypes: [] });
  }
}

/** Runs `work` again, with jitter, while another process holds the write lock. */
async function whileBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = performance.now() + BUSY_LIMIT_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await sleep(Math.random() * Math.min(50, 4 * attempt));
    }
  }
}

function isBusy(error: unknown): boolean {
  const cause = (error as { cause?: { kind?: string; originalCode?: string } }).cause;
  return cause?.kind === 'SocketTimeout' || cause?.originalCode?.startsWith('SQLITE_BUSY') === true;
}
