import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DocumentLibrary, MAX_SLICE } from '@lectern/ingestion';
import { AppError, type Budget, type TenantId } from '@lectern/platform';
import { Tenant, TenantGuard } from '@lectern/tenancy';
import { RequestBudget } from '../http/budget.decorator';
import { DocumentDeletion } from './document-deletion';
import { streamProgress } from './document-events';
import { DocumentListView, DocumentTextView, DocumentView, viewOf } from './document.view';
import { ListDocumentsQuery, TextQuery } from './documents.dto';
import { UploadService } from './upload.service';

@ApiTags('documents')
@ApiBearerAuth()
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
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } } },
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'the same key and files again: the first answer again' })
  @ApiResponse({ status: 202, type: DocumentView })
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
  @ApiOkResponse({ type: DocumentListView })
  async list(@Tenant() tenant: TenantId, @Query() { limit = 20, cursor, status }: ListDocumentsQuery): Promise<DocumentListView> {
    const { documents, next } = await this.library.list(tenant, { limit, before: cursor, status });
    return { documents: documents.map((row) => viewOf(row)), next_cursor: next };
  }

  @Get(':id')
  @ApiOkResponse({ type: DocumentView })
  async get(@Tenant() tenant: TenantId, @Param('id') id: string): Promise<DocumentView> {
    return viewOf(await this.library.get(tenant, id));
  }

  @Get(':id/events')
  @ApiOkResponse({
    description: '`progress` events until a terminal state',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async events(@Tenant() tenant: TenantId, @Param('id') id: string, @Res() response: Response): Promise<void> {
    await streamProgress(response, await this.library.get(tenant, id), () => this.library.get(tenant, id));
  }

  @Get(':id/text')
  @ApiOkResponse({ type: DocumentTextView })
  async text(
    @Tenant() tenant: TenantId,
    @Param('id') id: string,
    @Query() { start = 0, end = start + MAX_SLICE }: TextQuery,
  ): Promise<DocumentTextView> {
    if (start > end) throw new AppError('VALIDATION_FAILED', `start (${start}) must not be greater than end (${end}).`);
    if (end - start > MAX_SLICE)
      throw new AppError('VALIDATION_FAILED', `end: a call gives at most ${MAX_SLICE} units; ask for the text in slices.`);
    return this.library.text(tenant, id, { start, end });
  }

  @Post(':id/retry')
  @HttpCode(202)
  @ApiResponse({ status: 202, type: DocumentView })
  async retry(@Tenant() tenant: TenantId, @Param('id') id: string): Promise<DocumentView> {
    return viewOf(await this.library.retry(tenant, id));
  }

  @Delete(':id')
  @ApiOkResponse({ description: 'the receipt: what went, and that nothing remains' })
  async delete(@Tenant() tenant: TenantId, @Param('id') id: string, @RequestBudget() budget: Budget) {
    return this.deletion.delete(tenant, id, budget.signal);
  }
}
