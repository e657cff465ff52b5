import { ConfigError, type AppConfig } from '../config/config';
import { loadConfig } from '../config/config.module';
import { createLogger, type Logger } from '../observability/logger';

/** An app that listens. */
export interface RunningApp {
  /** Finishes or hands back what is under way, within SHUTDOWN_GRACE_SECONDS. */
  stop(): Promise<void>;
}

/**
 * Runs an app as this process: reads the settings, boots it, and stops it on SIGTERM, SIGINT, or when the supervisor that started it is gone. A wrong setting
 * is told in plain words and ends the process with exit code 1.
 */
export function runApp(boot: (config: AppConfig, logger: Logger) => Promise<RunningApp>): void {
  run(boot).catch((error: unknown) => {
    const words =
      error instanceof ConfigError ? error.message : `It could not start: ${error instanceof Error ? error.stack : String(error)}`;
    process.stderr.write(`${words}\n`);
    process.exit(1);
  });
}

async function run(boot: (config: AppConfig, logger: Logger) => Promise<RunningApp>): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  if (config.withoutEffect.length > 0) logger.warn({ settings: config.withoutEffect }, 'These settings have no effect in this version');
  const app = await boot(config, logger);

  let stopping = false;
  const stop = async (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'Stopping');
    setTimeout(() => process.exit(0), config.http.shutdownGraceMs).unref();
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  // started by `npm start`: ends with it, even when it was killed
  if (process.send) process.once('disconnect', () => void stop('its supervisor is gone'));
}
