import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppError } from '../errors/app-error';
import { Logger } from '../observability/logger';
import { allowedMethods } from './allowed-methods';
import { answerError } from './error-answer';
import { asAppError } from './http-error';

/** Whatever was thrown, as the one error body. What is our fault is logged with its cause, under the request's id. */
@Catch()
export class AppErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost) {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = this.notThere(asAppError(thrown), request, response);

    if (error.status >= 500)
      this.logger.error({ requestId: request.requestId, code: error.code, error: error.cause ?? error }, error.message);
    if (response.headersSent)
      response.destroy(); // a stream that broke off: the client must not take it for whole
    else if (!response.destroyed) answerError(error, request, response);
  }

  /** 405 instead of 404 where the path is served with another method. */
  private notThere(error: AppError, request: Request, response: Response): AppError {
    if (error.code !== 'NOT_FOUND' || request.route) return error;
    const methods = allowedMethods(request.app, request.path);
    if (methods.length === 0) return error;
    response.setHeader('Allow', methods.join(', '));
    return new AppError('METHOD_NOT_ALLOWED', `This address takes ${methods.join(', ')}.`);
  }
}
