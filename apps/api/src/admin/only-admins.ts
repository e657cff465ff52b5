import type { NextFunction, Request, Response } from 'express';
import { AppError, hasAdminToken, isLocal, type AppConfig } from '@lectern/platform';

/**
 * Lets in user `admin` with the ADMIN_TOKEN. Where that is not set, whoever sits at this machine during development, and in production
 * nobody: the pages are not there then.
 */
export function onlyAdmins({ auth, production }: Pick<AppConfig, 'auth' | 'production'>) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (auth.adminToken === undefined) {
      return next(!production && isLocal(request) ? undefined : new AppError('NOT_FOUND', 'There is nothing at this address.'));
    }
    if (hasAdminToken(request, auth.adminToken, 'basic')) return next();
    response.setHeader('WWW-Authenticate', 'Basic realm="Lectern", charset="UTF-8"');
    next(new AppError('UNAUTHENTICATED', 'Log in as admin, with the ADMIN_TOKEN as password.'));
  };
}
