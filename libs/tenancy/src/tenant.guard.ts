import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { AppConfig } from '@lectern/platform';
import type { Identity } from './identity';
import { bearerOf } from './token';
import { TokenService, unauthenticated } from './token.service';

declare module 'express-serve-static-core' {
  interface Request {
    /** Set by `TenantGuard`, and by nothing else. */
    identity?: Identity;
  }
}

/** Lets in whoever has a token in force, and those without any where that is allowed. Nothing but the token names a tenant. */
@Injectable()
export class TenantGuard implements CanActivate {
  constructor(
    private readonly config: AppConfig,
    private readonly tokens: TokenService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    request.identity = await this.identify(request.headers.authorization);
    return true;
  }

  private identify(authorization: string | undefined): Promise<Identity> {
    if (authorization === undefined) {
      if (this.config.auth.allowAnonymous) return this.tokens.anonymousIdentity();
      throw unauthenticated();
    }
    const token = bearerOf(authorization);
    if (token === undefined) throw unauthenticated();
    return this.tokens.verify(token);
  }
}
