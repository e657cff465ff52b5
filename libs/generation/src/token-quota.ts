import { RedisConnection } from '@lectern/caching';
import { AppConfig, inTime, Logger, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';

const REDIS_DEADLINE_MS = 150;
const DAY_SECONDS = 86_400;

/** The tokens of models with a price that a tenant may use in a day (UTC), counted in Redis for all processes together. Without Redis nobody is limited. */
@Injectable()
export class TokenQuota {
  constructor(
    private readonly redis: RedisConnection,
    private readonly config: AppConfig,
    private readonly logger: Logger,
  ) {}

  async isUsedUp(tenant: TenantId): Promise<boolean> {
    const { tokensPerDay } = this.config.generation;
    if (tokensPerDay === 0) return false;
    const used = await this.ask(() => this.redis.client.get(keyOf(tenant)));
    return Number(used ?? 0) >= tokensPerDay;
  }

  /** What was used is counted when it is known: a day may end a little above its limit. */
  async count(tenant: TenantId, tokens: number): Promise<void> {
    if (this.config.generation.tokensPerDay === 0 || tokens === 0) return;
    await this.ask(() => this.redis.client.multi().incrby(keyOf(tenant), Math.ceil(tokens)).expire(keyOf(tenant), DAY_SECONDS).exec());
  }

  private async ask<Answer>(command: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await inTime(command(), REDIS_DEADLINE_MS);
    } catch (error) {
      this.logger.warn({ error }, 'The tokens of a question model could not be counted');
      return undefined;
    }
  }
}

const keyOf = (tenant: TenantId) => `lectern:tokens:${new Date().toISOString().slice(0, 10)}:${tenant}`;
