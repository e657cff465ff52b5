import { reconcile } from '@lectern/ingestion';
import { AppConfig, JobQueue, Logger } from '@lectern/platform';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

/**
 * Asks for a reconciliation every RECONCILE_INTERVAL_SECONDS, and once at boot. Time is dealt into slots and a job's id is its slot, so that many workers ask for one;
 * and the clock is here, not in Redis, which may lose a schedule together with the jobs that it should bring back.
 */
@Injectable()
export class ReconcileClock implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: AppConfig,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap() {
    void this.tick();
    this.timer = setInterval(() => void this.tick(), this.config.queue.reconcileIntervalMs);
  }

  onModuleDestroy() {
    clearInterval(this.timer);
  }

  private async tick(): Promise<void> {
    const slot = Math.floor(Date.now() / this.config.queue.reconcileIntervalMs);
    await this.queue
      .enqueue(reconcile, [{ slot }])
      .catch((error: unknown) => this.logger.warn({ error }, 'A reconciliation could not be asked for'));
  }
}
