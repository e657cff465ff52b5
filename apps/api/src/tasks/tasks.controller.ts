import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import type { TenantId } from '@lectern/platform';
import { Tenant, TenantGuard } from '@lectern/tenancy';
import { TasksService } from './tasks.service';

@Controller('api/tasks')
@UseGuards(TenantGuard)
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get(':id')
  read(@Tenant() tenant: TenantId, @Param('id') id: string) {
    return this.tasks.read(tenant, id);
  }
}
