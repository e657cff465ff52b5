import { IngestionModule, InvariantChecker } from '@lectern/ingestion';
import { ConfigError, PlatformModule } from '@lectern/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({ imports: [PlatformModule, IngestionModule] })
class CheckInvariantsModule {}

/** Exit 0 and one line, or exit 1 and a line for each breach. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(CheckInvariantsModule, { logger: false, abortOnError: false });
  try {
    const { documents, chunks, points, breaches } = await app.get(InvariantChecker).check(AbortSignal.timeout(10 * 60_000));
    for (const breach of breaches) process.stdout.write(`${breach}\n`);
    if (breaches.length === 0) process.stdout.write(`invariants hold: ${documents} documents, ${chunks} chunks, ${points} points\n`);
    process.exitCode = breaches.length === 0 ? 0 : 1;
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : `The invariants could not be checked: ${String(error)}`}\n`);
  process.exitCode = 1;
});
