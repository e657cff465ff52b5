import { Controller, Get, Res, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import type { Response } from 'express';
import { Readiness, type Dependency } from './readiness';

@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
  ) {}

  /** Whether the process answers at all: nothing else is looked at, so that a lost dependency never makes a platform restart it. */
  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** Whether requests should be sent here, with a word on each dependency; 503 names what is missing. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthCheckResult | object> {
    const checks = this.readiness.dependencies.map((dependency) => () => this.check(dependency));
    try {
      return await this.health.check([...checks, ...(this.readiness.draining ? [() => this.draining()] : [])]);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      response.status(error.getStatus());
      return error.getResponse() as object;
    }
  }

  private async check(dependency: Dependency) {
    const indicator = this.indicators.check(dependency.name);
    const state = await this.readiness.stateOf(dependency);
    const unanswered = 'It does not answer.';
    if (state === 'up') return indicator.up();
    return state === 'degraded' ? indicator.degraded(unanswered) : indicator.down(unanswered);
  }

  private draining() {
    return this.indicators.check('process').down('It is shutting down.');
  }
}
