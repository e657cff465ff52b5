import { Module } from '@nestjs/common';
import { CachingModule } from '@lectern/caching';
import { IngestionModule } from '@lectern/ingestion';
import { TenancyModule } from '@lectern/tenancy';
import { DocumentDeletion } from './document-deletion';
import { DocumentsController } from './documents.controller';
import { UploadService } from './upload.service';

@Module({
  imports: [CachingModule, IngestionModule, TenancyModule],
  controllers: [DocumentsController],
  providers: [DocumentDeletion, UploadService],
})
export class DocumentsModule {}
