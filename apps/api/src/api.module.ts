import { Module } from '@nestjs/common';
import { CachingModule } from '@lectern/caching';
import { PlatformModule } from '@lectern/platform';
import { DocumentsModule } from './documents/documents.module';
import { ApiHealthModule } from './health/health.module';
import { SessionsModule } from './sessions/sessions.module';
import { TasksModule } from './tasks/tasks.module';

@Module({
  imports: [PlatformModule, CachingModule, ApiHealthModule, SessionsModule, DocumentsModule, TasksModule],
})
export class ApiModule {}
