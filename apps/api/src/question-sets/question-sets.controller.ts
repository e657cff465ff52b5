import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { QuestionSetService, shownSet, type QuestionRequest } from '@lectern/generation';
import { asAppError, type Budget, type TenantId } from '@lectern/platform';
import { Tenant, TenantGuard } from '@lectern/tenancy';
import { RequestBudget } from '../http/budget.decorator';
import { QuestionEvents } from './question-events';
import { QuestionMetrics } from './question-metrics';
import { CreateQuestionSetDto, ExportQuery, GradeDto, requestOf } from './question-sets.dto';

@Controller('api/question-sets')
@UseGuards(TenantGuard)
export class QuestionSetsController {
  constructor(
    private readonly sets: QuestionSetService,
    private readonly metrics: QuestionMetrics,
  ) {}

  /** As JSON, or as events where the client accepts those alone. */
  @Post()
  async create(
    @Tenant() tenant: TenantId,
    @Body() body: CreateQuestionSetDto,
    @RequestBudget() budget: Budget,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (request.accepts(['json', 'text/event-stream']) === 'text/event-stream')
      return this.stream(tenant, requestOf(body), budget, new QuestionEvents(request, response));
    const created = await this.sets.create(tenant, requestOf(body), budget.signal);
    this.metrics.count(created);
    response.status(201).json(shownSet(created.set));
  }

  @Get(':id')
  get(@Tenant() tenant: TenantId, @Param('id') id: string) {
    return this.sets.get(tenant, id);
  }

  @Post(':id/grade')
  @HttpCode(200)
  grade(@Tenant() tenant: TenantId, @Param('id') id: string, @Body() { answers }: GradeDto) {
    return this.sets.grade(tenant, id, answers);
  }

  @Get(':id/export')
  async export(
    @Tenant() tenant: TenantId,
    @Param('id') id: string,
    @Query() { format = 'markdown' }: ExportQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { body, mediaType, filename } = await this.sets.export(tenant, id, format);
    response.set({ 'Content-Type': mediaType, 'Content-Disposition': `attachment; filename="${filename}"` }).send(Buffer.from(body));
  }

  private async stream(tenant: TenantId, request: QuestionRequest, { signal }: Budget, events: QuestionEvents): Promise<void> {
    try {
      const created = await this.sets.create(tenant, request, signal, (question, mode) => events.question(question, mode));
      this.metrics.count(created);
      events.done(shownSet(created.set));
    } catch (error) {
      if (!events.begun) throw error;
      events.error(asAppError(error));
    }
  }
}
