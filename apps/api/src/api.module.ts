import { Module } from '@nestjs/common';
import { CachingModule } from '@lectern/caching';
import { PlatformModule } from '@lectern/platform';
import { IndexCheckModule } from '@lectern/retrieval';
import { ChatModule } from './chat/chat.module';
import { DocumentsModule } from './documents/documents.module';
import { ApiHealthModule } from './health/health.module';
import { QuestionSetsModule } from './question-sets/question-sets.module';
import { SearchModule } from './search/search.module';
import { SessionsModule } from './sessions/sessions.module';
import { TasksModule } from './tasks/tasks.module';

@Module({
  imports: [
    PlatformModule,
    CachingModule,
    IndexCheckModule,
    ApiHealthModule,
    SessionsModule,
    DocumentsModule,
    SearchModule,
    TasksModule,
    ChatModule,
    QuestionSetsModule,
  ],
})
export class ApiModule {}
