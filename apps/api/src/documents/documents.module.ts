import { Module } from '@nestjs/common';
import { IngestionModule } from '@lectern/ingestion';
import { TenancyModule } from '@lectern/tenancy';
import { DocumentsController } from './documents.controller';
import { UploadService } from './upload.service';

@Module({ imports: [IngestionModule, TenancyModule], controllers: [DocumentsController], providers: [UploadService] })
export class DocumentsModule {}
