import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { RateLimiter } from '@lectern/caching';
import { AppError, type AppConfig } from '@lectern/platform';
import { addressKey } from './address-key';

/** Operators' own: a balancer or a scraper is never refused. */
const UNLIMITED = /^\/(health|metrics)(\/|$)/;

/** Counts the request of an address, before anything is known of it. */
export function limitAddresses(limiter: RateLimiter, { limits }: AppConfig) {
  return async (request: Request, _response: Response, next: NextFunction) => {
    if (UNLIMITED.test(request.path)) return next();
    const wait = await limiter.hit(`address:${addressKey(request.ip ?? '')}`, limits.addressPerMinute);
    next(wait === undefined ? undefined : rateLimited('this address', wait));
  };
}

/** Counts the request of a tenant, once a guard has said whose it is. */
@Injectable()
export class TenantLimitInterceptor implements NestInterceptor {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly config: AppConfig,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const { identity } = context.switchToHttp().getRequest<Request>();
    if (identity) {
      const wait = await this.limiter.hit(`tenant:${identity.tenant}`, this.config.limits.tenantPerMinute);
      if (wait !== undefined) throw rateLimited('this token', wait);
    }
    return next.handle();
  }
}

function rateLimited(whose: string, retryAfterSeconds: number): AppError {
  return new AppError('RATE_LIMITED', `Too many requests of ${whose} in a minute. Try again in ${retryAfterSeconds} s.`, {
    retryAfterSeconds,
  });
}
