import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { AppConfig, parseConfig } from './config';

/** Reads the environment (and `.env`) once, at boot; everything else asks for `AppConfig`. */
@Module({
  imports: [ConfigModule.forRoot({ cache: true, load: [() => ({ app: loadConfig() })] })],
  providers: [
    { provide: AppConfig, inject: [ConfigService], useFactory: (service: ConfigService) => service.getOrThrow<AppConfig>('app') },
  ],
  exports: [AppConfig],
})
export class ConfigurationModule {}

let loaded: AppConfig | undefined;

/**
 * The settings of this process, for what runs before the modules do (ports, log level, worker options).
 * @throws ConfigError
 */
export function loadConfig(): AppConfig {
  // oxlint-disable-next-line node/no-process-env -- the one place
  loaded ??= parseConfig(process.env);
  return loaded;
}
