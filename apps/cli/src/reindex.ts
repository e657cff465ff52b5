import { IngestionModule, Reindexing } from '@lectern/ingestion';
import { ConfigError, PlatformModule } from '@lectern/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({ imports: [PlatformModule, IngestionModule] })
class ReindexModule {}

/** Fills the vector store anew from the database, with the embedding model that is set now. What is there serves until it is done. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(ReindexModule, { logger: false, abortOnError: false });
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(new Error('interrupted')));
  try {
    const { documents, points } = await app.get(Reindexing).run(interrupted.signal);
    process.stdout.write(`indexed anew: ${documents} documents, ${points} points\n`);
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : `The index was not made anew: ${String(error)}`}\n`);
  process.exitCode = 1;
});
