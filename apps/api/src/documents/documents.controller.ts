import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DocumentLibrary, MAX_SLICE } from '@lectern/ingestion';
import { AppError, type Budget, type Span, type TenantId } from '@lectern/platform';
import { Tenant, TenantGuard } from '@lectern/tenancy';
import { RequestBudget } from '../http/budget.decorator';
import { DocumentDeletion } from './document-deletion';
import { streamProgress } from './document-events';
import { viewOf, type DocumentView } from './document.view';
import { ListDocumentsQuery, TextQuery } from './documents.dto';
import { UploadService } from './upload.service';

@Controller('api/documents')
@UseGuards(TenantGuard)
export class DocumentsController {
  constructor(
    private readonly uploads: UploadService,
    private readonly library: DocumentLibrary,
    private readonly deletion: DocumentDeletion,
  ) {}

  /** One document, or `{documents}` for several files: 202, or 200 where the tenant had the bytes already. */
  @Post()
  async upload(
    @Tenant() tenant: TenantId,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @Headers('idempotency-key') key?: string,
  ) {
    const { status, body } = await this.uploads.receive(tenant, request, key);
    response.status(status);
    return body;
  }

  @Get()
  async list(
    @Tenant() tenant: TenantId,
    @Query() { limit = 20, cursor, status }: ListDocumentsQuery,
  ): Promise<{ documents: DocumentView[]; next_cursor: string | null }> {
    const { documents, next } = await this.library.list(tenant, { limit, before: cursor, status });
    return { documents: documents.map((row) => viewOf(row)), next_cursor: next };
  }

  @Get(':id')
  async get(@Tenant() tenant: TenantId, @Param('id') id: string): Promise<DocumentView> {
    return viewOf(await this.library.get(tenant, id));
  }

  @Get(':id/events')
  async events(@Tenant() tenant: TenantId, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await streamProgress(response, await this.library.get(tenant, id), () => this.library.get(tenant, id));
  }

  @Get(':id/text')
  async text(
    @Tenant() tenant: TenantId,
    @Param('id') id: string,
    @Query() { start = 0, end = start + MAX_SLICE }: TextQuery,
  ): Promise<Span & { text: string }> {
    if (start > end) throw new AppError('VALIDATION_FAILED', `start (${start}) must not be greater than end (${end}).`);
    if (end - start > MAX_SLICE)
      throw new AppError('VALIDATION_FAILED', `end: a call gives at most ${MAX_SLICE} units; ask for the text in slices.`);
    return this.library.text(tenant, id, { start, end });
  }

  @Post(':id/retry')
  @HttpCode(202)
  async retry(@Tenant() tenant: TenantId, @Param('id') id: string): Promise<DocumentView> {
    return viewOf(await this.library.retry(tenant, id));
  }

  @Delete(':id')
  async delete(@Tenant() tenant: TenantId, @Param('id') id: string, @RequestBudget() budget: Budget) {
    return this.deletion.delete(tenant, id, budget.signal);
  }
}
