import { Module, type DynamicModule, type FactoryProvider, type ModuleMetadata } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';
import { Readiness, type Dependency } from './readiness';

interface HealthOptions extends Pick<ModuleMetadata, 'imports'> {
  inject: FactoryProvider['inject'];
  /** What this process stands on; called with what `inject` names. */
  useFactory: (...injected: never[]) => Dependency[];
}

/** `/health/live`, `/health/ready` and `/metrics`, the same for every process. */
@Module({})
export class HealthModule {
  static forDependencies({ imports, inject, useFactory }: HealthOptions): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false }), ...(imports ?? [])],
      controllers: [HealthController, MetricsController],
      providers: [{ provide: Readiness, inject, useFactory: (...injected: never[]) => new Readiness(useFactory(...injected)) }],
      exports: [Readiness],
    };
  }
}
