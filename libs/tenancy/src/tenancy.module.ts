import { Module } from '@nestjs/common';
import { PlatformModule } from '@lectern/platform';
import { TenantGuard } from './tenant.guard';
import { TokenService } from './token.service';

@Module({ imports: [PlatformModule], providers: [TokenService, TenantGuard], exports: [TokenService, TenantGuard] })
export class TenancyModule {}
