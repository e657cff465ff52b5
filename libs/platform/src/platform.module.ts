import { Global, Module } from '@nestjs/common';
import { AppConfig } from './config/config';
import { ConfigurationModule } from './config/config.module';
import { Database } from './database/database';
import { openDatabase } from './database/open-database';
import { createLogger, Logger } from './observability/logger';
import { Metrics } from './observability/metrics';
import { QueueModule } from './queue/queue.module';
import { BlobStore } from './storage/blob-store';
import { LocalBlobStore } from './storage/local.blob-store';

function createBlobStore({ storage }: AppConfig): BlobStore {
  switch (storage.provider) {
    case 'local':
      return new LocalBlobStore(storage.directory);
  }
}

/** What both apps and every library stand on. Global: each of these is wanted nearly everywhere, and there is one of each. */
@Global()
@Module({
  imports: [ConfigurationModule, QueueModule],
  providers: [
    { provide: Database, inject: [AppConfig], useFactory: ({ database }: AppConfig) => openDatabase(database.url) },
    { provide: BlobStore, inject: [AppConfig], useFactory: createBlobStore },
    { provide: Logger, inject: [AppConfig], useFactory: ({ logLevel }: AppConfig) => createLogger(logLevel) },
    Metrics,
  ],
  exports: [ConfigurationModule, QueueModule, Database, BlobStore, Logger, Metrics],
})
export class PlatformModule {}
