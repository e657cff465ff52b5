import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { AppError } from '@lectern/platform';
import type { Identity } from './identity';

function identityOf(context: ExecutionContext): Identity {
  const { identity } = context.switchToHttp().getRequest<Request>();
  if (!identity) throw new AppError('INTERNAL', 'A route asks for its tenant without TenantGuard.');
  return identity;
}

/** The tenant (`TenantId`) that the request's token names. */
export const Tenant = createParamDecorator((_: unknown, context: ExecutionContext) => identityOf(context).tenant);

/** The whole `Identity`, for routes about the token itself. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext) => identityOf(context));
