import type { TenantId } from '../ids';
import type { Transaction } from './database';

/**
 * Raises the tenant's epoch in the transaction of the change itself: whoever sees the changed library sees the new epoch, and finds nothing that was
 * derived from the old one.
 */
export async function raiseEpoch(tx: Transaction, tenant: TenantId): Promise<void> {
  await tx.tenant.update({ where: { id: tenant }, data: { epoch: { increment: 1 } } });
}
