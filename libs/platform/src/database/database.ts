import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PrismaClient } from './generated/client';
import { SqliteAdapterFactory } from './sqlite.adapter';

/**
 * The relational database: the truth that everything else is rebuilt from. Inside `$transaction(async (tx) => ...)` only `tx` may
 * be used: a query on the client itself would wait for the transaction to end, and the transaction for it.
 */
export class Database extends PrismaClient {
  /** @param url `file:<path>`; the folder is made where it is missing */
  constructor(url: string) {
    mkdirSync(dirname(url.slice('file:'.length)), { recursive: true });
    // a transaction may queue behind a bulk write of another process; both are bounded well below this
    super({ adapter: new SqliteAdapterFactory(url), transactionOptions: { maxWait: 15_000, timeout: 15_000 } });
  }

  async onModuleDestroy() {
    await this.$disconnect();
  }
}

/** What `$transaction` hands to its function. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];
