import { mkdtempSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../../../../test/support/database';
import { Database } from './database';
import { migrate } from './migrate';

describe('Database on SQLite', () => {
  let database: Database;
  let file: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ database, file, close } = await createTestDatabase());
  });
  afterAll(() => close());

  it('keeps a write that was made beside a failing transaction', async () => {
    const failing = Array.from({ length: 60 }, (_, i) =>
      database
        .$transaction(async (tx) => {
          await tx.tenant.create({ data: { id: `failed-${i}` } });
          await new Promise((resolve) => setImmediate(resolve));
          throw new Error('on purpose');
        })
        .catch((error: Error) => error.message),
    );
    const writes = Array.from({ length: 60 }, (_, i) => database.tenant.create({ data: { id: `kept-${i}` } }));

    expect(new Set(await Promise.all(failing))).toEqual(new Set(['on purpose']));
    await Promise.all(writes);

    expect(await database.tenant.count({ where: { id: { startsWith: 'kept-' } } })).toBe(60);
    expect(await database.tenant.count({ where: { id: { startsWith: 'failed-' } } })).toBe(0);
  });

  it('lets two processes read and then write in transactions without one failing', async () => {
    const other = new Database(`file:${file}`);
    await database.tenant.create({ data: { id: 'counter' } });
    const raise = (client: Database) =>
      client.$transaction(async (tx) => {
        const { epoch } = await tx.tenant.findUniqueOrThrow({ where: { id: 'counter' } });
        await tx.tenant.update({ where: { id: 'counter' }, data: { epoch: epoch + 1 } });
      });

    await Promise.all(Array.from({ length: 40 }, (_, i) => raise(i % 2 ? database : other)));

    expect((await database.tenant.findUniqueOrThrow({ where: { id: 'counter' } })).epoch).toBe(40);
    await other.$disconnect();
  });

  it('has a table for every model of the schema', async () => {
    const models = [...readFileSync(join(__dirname, '../../../../prisma/schema.prisma'), 'utf8').matchAll(/^model (\w+)/gm)].map(
      ([, name]) => name!,
    );
    expect(models.length).toBeGreaterThan(5);
    for (const name of models) {
      const delegate = (database as unknown as Record<string, { findFirst(): Promise<unknown> }>)[name[0]!.toLowerCase() + name.slice(1)]!;
      await expect(delegate.findFirst()).resolves.not.toThrow();
    }
  });

  it('takes the things of a document away with it', async () => {
    const tenant = { connectOrCreate: { where: { id: 'owner' }, create: { id: 'owner' } } };
    await database.document.create({
      data: {
        id: 'd1', filename: 'a.txt', mediaType: 'text/plain', size: 1, sha256: 'x', tenant,
        segments: { create: { generation: 1, index: 0, start: 0, end: 1, text: 'a' } },
        rows: { create: { id: 'c1', tenantId: 'owner', generation: 1, index: 0, passage: 0, start: 0, end: 1, text: 'a' } },
        batches: { create: { generation: 1, n: 0, firstChunk: 0, lastChunk: 0 } },
      },
    }); // prettier-ignore
    await database.document.delete({ where: { id: 'd1' } });
    expect([await database.textSegment.count(), await database.chunk.count(), await database.embeddingBatch.count()]).toEqual([0, 0, 0]);
  });

  describe('migrate', () => {
    it('applies each file once and refuses one that was changed afterwards', async () => {
      const directory = mkdtempSync(join(tmpdir(), 'lectern-migrations-'));
      mkdirSync(join(directory, '1_first'));
      writeFileSync(join(directory, '1_first/migration.sql'), 'CREATE TABLE "Extra" ("id" TEXT);');
      expect(await migrate(database, directory)).toEqual(['1_first']);
      expect(await migrate(database, directory)).toEqual([]);
      writeFileSync(join(directory, '1_first/migration.sql'), 'CREATE TABLE "Extra" ("id" INTEGER);');
      await expect(migrate(database, directory)).rejects.toThrow('Migration 1_first was changed');
    });
  });
});
