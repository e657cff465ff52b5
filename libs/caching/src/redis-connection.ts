import { Redis } from 'ioredis';

interface RedisConnectionOptions {
  url: string;
  /** Told once when the connection is lost, and once when it is back. */
  onStateChange?: (state: 'lost' | 'ready', error?: Error) => void;
}

/**
 * A connection for what can be done without: while Redis is away, every command fails at once instead of waiting in a queue, and the
 * connection comes back by itself.
 */
export class RedisConnection {
  readonly client: Redis;
  private lost = false;

  constructor({ url, onStateChange }: RedisConnectionOptions) {
    this.client = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2_000,
      // a server that was stopped without a word would otherwise hold commands for minutes
      commandTimeout: 1_000,
      retryStrategy: (attempt) => Math.min(100 * attempt, 2_000),
    });
    this.client.on('error', (error) => {
      if (!this.lost) onStateChange?.('lost', error);
      this.lost = true;
    });
    this.client.on('ready', () => {
      if (this.lost) onStateChange?.('ready');
      this.lost = false;
    });
  }

  /** @throws Error where Redis does not answer */
  async ping(): Promise<void> {
    await this.client.ping();
  }

  onModuleDestroy() {
    this.client.disconnect();
  }
}
