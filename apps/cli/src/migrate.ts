import { join } from 'node:path';
import { ConfigError, Database, loadConfig, migrate } from '@lectern/platform';

/** Brings the database up to date; run once before the apps start. */
async function main(): Promise<void> {
  const { database: settings } = loadConfig();
  const database = new Database(settings.url);
  try {
    const applied = await migrate(database, join(__dirname, '../../../../prisma/migrations'));
    if (applied.length > 0) process.stdout.write(`database: applied ${applied.join(', ')}\n`);
  } finally {
    await database.$disconnect();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : `The database could not be brought up to date: ${String(error)}`}\n`,
  );
  process.exitCode = 1;
});
