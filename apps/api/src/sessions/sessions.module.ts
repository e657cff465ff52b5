import { Module } from '@nestjs/common';
import { TenancyModule } from '@lectern/tenancy';
import { SessionsController } from './sessions.controller';

@Module({ imports: [TenancyModule], controllers: [SessionsController] })
export class SessionsModule {}
