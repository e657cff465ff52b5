import type { LoggerService } from '@nestjs/common';
import pino from 'pino';

/** Structured JSON lines: fields first, then one plain sentence. Tokens and document text never belong in either. */
export abstract class Logger {
  abstract debug(fields: object, message: string): void;
  abstract info(fields: object, message: string): void;
  abstract warn(fields: object, message: string): void;
  abstract error(fields: object, message: string): void;
}

/** The app that this process runs, by its folder: `api`, `worker`, `cli`. */
const APP = /apps[/\\](\w+)[/\\]/.exec(require.main?.filename ?? '')?.[1] ?? 'lectern';

export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { app: APP, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: ['authorization', '*.authorization', '*.token', 'token'],
    serializers: { error: pino.stdSerializers.err },
  });
}

/** Nest's own messages as lines of ours. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string) {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string) {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, ...rest: unknown[]) {
    const error = message instanceof Error ? message : undefined;
    this.logger.error({ context: rest.at(-1), error, trace: error ? undefined : rest[0] }, error?.message ?? String(message));
  }

  debug(message: unknown, context?: string) {
    this.logger.debug({ context }, String(message));
  }
}
