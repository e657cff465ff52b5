export type { Identity } from './identity';
export { TenancyModule } from './tenancy.module';
export { CurrentIdentity, Tenant } from './tenant.decorator';
export { TenantGuard } from './tenant.guard';
export { TokenService, unauthenticated } from './token.service';
