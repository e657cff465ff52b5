import { EmbeddingModule } from '@lectern/embedding';
import { AppConfig } from '@lectern/platform';
import { RetrievalModule } from '@lectern/retrieval';
import { Module } from '@nestjs/common';
import { DocumentFailures } from './document-failures';
import { DocumentIntake } from './document-intake';
import { DocumentLibrary } from './document-library';
import { EmbeddingService } from './embedding.service';
import { IdempotencyKeys } from './idempotency';
import { IngestionService } from './ingestion.service';
import { InvariantChecker } from './invariants';
import { ChildProcessDocumentParser } from './parsing/child-process.document-parser';
import { DocumentParser } from './parsing/document-parser';
import { ShortTextDocumentParser } from './parsing/short-text.document-parser';
import { Leftovers } from './leftovers';
import { PointComparison } from './point-comparison';
import { Reconciler } from './reconciler';
import { Reindexing } from './reindexing';
import { Tombstones } from './tombstones';
import { UnfinishedDocuments } from './unfinished-documents';

@Module({
  imports: [EmbeddingModule, RetrievalModule],
  providers: [
    {
      provide: DocumentParser,
      inject: [AppConfig],
      useFactory: ({ parser }: AppConfig) => new ShortTextDocumentParser(new ChildProcessDocumentParser(parser)),
    },
    DocumentFailures,
    DocumentIntake,
    DocumentLibrary,
    EmbeddingService,
    IdempotencyKeys,
    IngestionService,
    InvariantChecker,
    Leftovers,
    PointComparison,
    Reconciler,
    Reindexing,
    Tombstones,
    UnfinishedDocuments,
  ],
  exports: [DocumentIntake, DocumentLibrary, EmbeddingService, IdempotencyKeys, IngestionService, InvariantChecker, Reconciler, Reindexing],
})
export class IngestionModule {}
