import { Controller, Delete, Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import { CurrentIdentity, TenantGuard, TokenService, unauthenticated, type Identity } from '@lectern/tenancy';

@Controller('api/sessions')
export class SessionsController {
  constructor(private readonly tokens: TokenService) {}

  /** A new tenant; the token is told this once. */
  @Post()
  async create() {
    const { token, tenant, expiresAt } = await this.tokens.createSession();
    return { token, tenant_id: tenant, expires_at: expiresAt.toISOString() };
  }

  @Get('current')
  @UseGuards(TenantGuard)
  current(@CurrentIdentity() { tenant, tokenId, expiresAt }: Identity) {
    if (tokenId === null) throw unauthenticated(); // anonymous requests have no session
    return { tenant_id: tenant, expires_at: expiresAt?.toISOString() ?? null };
  }

  @Delete('current')
  @HttpCode(204)
  @UseGuards(TenantGuard)
  async end(@CurrentIdentity() { tokenId }: Identity) {
    if (tokenId === null) throw unauthenticated();
    await this.tokens.revoke(tokenId);
  }
}
