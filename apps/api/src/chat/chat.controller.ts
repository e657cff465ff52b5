import { Body, Controller, Headers, HttpCode, Post, Res, UseGuards } from '@nestjs/common';
import type { Response } from 'express';
import type { Budget, TenantId } from '@lectern/platform';
import { Tenant, TenantGuard } from '@lectern/tenancy';
import { RequestBudget } from '../http/budget.decorator';
import type { ChatAnswer } from './chat-answer';
import { ChatService, type CacheState } from './chat.service';
import { canonicalRequest, GenerateQuestionsDto } from './generate-questions.dto';

@Controller('api/chat')
@UseGuards(TenantGuard)
export class ChatController {
  constructor(private readonly chat: ChatService) {}

  /** The one fixed contract: the body has exactly `response` and `timestamp`; the rest travels in headers. */
  @Post('generate-questions')
  @HttpCode(200)
  async generateQuestions(
    @Tenant() tenant: TenantId,
    @Body() request: GenerateQuestionsDto,
    @RequestBudget() budget: Budget,
    @Res({ passthrough: true }) response: Response,
    @Headers('cache-control') cacheControl?: string,
  ) {
    const fresh = /\bno-cache\b/i.test(cacheControl ?? '');
    const answer = await this.chat.answer(tenant, canonicalRequest(request), budget, fresh);
    response.set(headersOf(answer));
    return { response: answer.markdown, timestamp: answer.timestamp };
  }
}

function headersOf({
  cacheState,
  fallbackUsed,
  degraded,
  delivered,
  setId,
}: ChatAnswer & { cacheState: CacheState }): Record<string, string> {
  return {
    'X-Cache': cacheState,
    'X-Fallback-Used': String(fallbackUsed),
    'X-Questions-Delivered': String(delivered),
    'X-Question-Set': setId,
    ...(degraded.length > 0 && { 'X-Degraded': degraded.join(', ') }),
  };
}
