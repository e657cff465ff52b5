import { Module } from '@nestjs/common';
import { CachingModule } from '@lectern/caching';
import { GenerationModule } from '@lectern/generation';
import { TenancyModule } from '@lectern/tenancy';
import { QuestionSetsModule } from '../question-sets/question-sets.module';
import { AnswerCache } from './answer-cache';
import { ChatController } from './chat.controller';
import { ChatService } from './chat.service';

@Module({
  imports: [GenerationModule, CachingModule, TenancyModule, QuestionSetsModule],
  controllers: [ChatController],
  providers: [AnswerCache, ChatService],
})
export class ChatModule {}
