import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AppConfig } from '../config/config';
import { AppError } from '../errors/app-error';
import { hasAdminToken, isLocal } from '../http/admin-access';
import { Metrics } from '../observability/metrics';

@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: AppConfig,
  ) {}

  /** Prometheus text: open to this machine, to others with the operator's token. */
  @Get()
  async read(@Req() request: Request, @Res() response: Response) {
    const { adminToken } = this.config.auth;
    const allowed = isLocal(request) || (adminToken !== undefined && hasAdminToken(request, adminToken, 'basic or bearer'));
    if (!allowed) {
      response.setHeader('WWW-Authenticate', 'Basic realm="Lectern", charset="UTF-8"');
      throw new AppError('UNAUTHENTICATED', 'The metrics are open to this machine alone, and to whoever has the ADMIN_TOKEN.');
    }
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
