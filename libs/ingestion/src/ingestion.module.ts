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
import { ReconciledStores, Reconciler } from './reconciler';

@Module({
  imports: [EmbeddingModule, RetrievalModule],
  providers: [
    { provide: DocumentParser, inject: [AppConfig], useFactory: ({ parser }: AppConfig) => new ChildProcessDocumentParser(parser) },
    DocumentFailures,
    DocumentIntake,
    DocumentLibrary,
    EmbeddingService,
    IdempotencyKeys,
    IngestionService,
    InvariantChecker,
    ReconciledStores,
    Reconciler,
  ],
  exports: [DocumentIntake, DocumentLibrary, EmbeddingService, IdempotencyKeys, IngestionService, InvariantChecker, Reconciler],
})
export class IngestionModule {}
