import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { budgetOf } from '@lectern/platform';

/** The deadline of this request, as a `Budget`: its signal ends all work at the deadline, and when the client goes away. */
export const RequestBudget = createParamDecorator((_: unknown, context: ExecutionContext) =>
  budgetOf(context.switchToHttp().getRequest<Request>()),
);
