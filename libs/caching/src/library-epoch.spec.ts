import type { Database, TenantId, Transaction } from '@lectern/platform';
import { createTestDatabase } from '../../../test/support/database';
import { LibraryEpoch } from './library-epoch';

describe('LibraryEpoch', () => {
  const tenant = 'reader' as TenantId;
  let database: Database;
  let close: () => Promise<void>;
  let epoch: LibraryEpoch;
  const raise = async (tx: Transaction) => (await tx.tenant.update({ where: { id: tenant }, data: { epoch: { increment: 1 } } })).epoch;

  beforeAll(async () => {
    ({ database, close } = await createTestDatabase());
    await database.tenant.create({ data: { id: tenant } });
    epoch = new LibraryEpoch(database);
  });
  afterAll(() => close());

  it('is 0 for a tenant that has no row yet', async () => {
    expect(await epoch.current('nobody' as TenantId)).toBe(0);
  });

  it('is higher for everybody once the change is committed, and unchanged when it is not', async () => {
    const other = new LibraryEpoch(database);
    const before = await epoch.current(tenant);
    const raised = await database.$transaction(raise);
    expect(raised).toBe(before + 1);
    expect(await Promise.all([epoch.current(tenant), other.current(tenant)])).toEqual([raised, raised]);

    await expect(database.$transaction(async (tx) => { await raise(tx); throw new Error('undone'); })).rejects.toThrow('undone'); // prettier-ignore
    expect(await epoch.current(tenant)).toBe(raised);
  });

  it('never answers a caller with a state from before its call', async () => {
    for (let round = 0; round < 50; round++) {
      const early = epoch.current(tenant);
      await new Promise((turn) => setImmediate(turn)); // the query of `early` is on its way
      const raised = await database.$transaction(raise);
      expect(await epoch.current(tenant)).toBe(raised);
      await early;
    }
  });

  it('tells the tenants of one query apart', async () => {
    await database.tenant.create({ data: { id: 'seventh', epoch: 7 } });
    const [a, b, c] = await Promise.all(['seventh', 'nobody', 'seventh'].map((id) => epoch.current(id as TenantId)));
    expect([a, b, c]).toEqual([7, 0, 7]);
  });
});
