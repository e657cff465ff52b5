import { Module } from '@nestjs/common';
import { TenancyModule } from '@lectern/tenancy';
import { TasksController } from './tasks.controller';
import { TasksService } from './tasks.service';

@Module({ imports: [TenancyModule], controllers: [TasksController], providers: [TasksService] })
export class TasksModule {}
