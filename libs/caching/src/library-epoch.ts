import { Injectable } from '@nestjs/common';
import { Database, type TenantId } from '@lectern/platform';

/**
 * The state of a tenant's library as a number: part of the key of everything that is derived from the library, so that whatever was made
 * from an older state is never found again. It is the tenant's row, read each time: a copy in Redis would be cheaper, but it
 * can be lost, late or left behind by a failed write, and then a deleted document would be cited. Whoever changes a library raises the column in
 * the transaction of the change.
 */
@Injectable()
export class LibraryEpoch {
  /** The query that has not been sent yet, and whom it will ask for. */
  private pending: { tenants: Set<TenantId>; epochs: Promise<Map<string, number>> } | undefined;

  constructor(private readonly database: Database) {}

  /**
   * 0 for a tenant that has no row yet. Calls of one turn of the event loop share a query. A query that was already sent is never joined: it may be
   * older than a receipt that the caller has seen.
   */
  async current(tenant: TenantId): Promise<number> {
    this.pending ??= this.schedule();
    this.pending.tenants.add(tenant);
    return (await this.pending.epochs).get(tenant) ?? 0;
  }

  private schedule() {
    const tenants = new Set<TenantId>();
    const epochs = new Promise<void>((turn) => setImmediate(turn)).then(() => {
      this.pending = undefined;
      return this.read([...tenants]);
    });
    return { tenants, epochs };
  }

  private async read(tenants: TenantId[]): Promise<Map<string, number>> {
    const rows = await this.database.tenant.findMany({ where: { id: { in: tenants } }, select: { id: true, epoch: true } });
    return new Map(rows.map(({ id, epoch }) => [id, epoch]));
  }
}
