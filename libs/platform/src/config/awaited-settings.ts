import type { z } from 'zod';
import { text, url, whole, type SettingName } from './settings';

/**
 * Choices that are named in the design and whose adapter is not there yet. Chosen, they stop the boot by name, so that nobody believes they act. Each
 * leaves this list with the adapter that it belongs to.
 */
export const AWAITED_CHOICES = {
  BLOB_STORE: ['s3'],
  AUTH_MODE: ['jwt'],
} as const satisfies Partial<Record<SettingName, readonly string[]>>;

/** Settings whose names are fixed and whose work comes later: their values are checked now, and setting one is answered with a warning. */
export const AWAITED_SETTINGS = {
  S3_ENDPOINT: { value: url('http:', 'https:').optional(), help: 'with BLOB_STORE=s3' },
  S3_REGION: { value: text.optional(), help: 'with BLOB_STORE=s3' },
  S3_BUCKET: { value: text.optional(), help: 'with BLOB_STORE=s3' },
  S3_ACCESS_KEY_ID: { value: text.optional(), help: 'with BLOB_STORE=s3' },
  S3_SECRET_ACCESS_KEY: { value: text.optional(), help: 'with BLOB_STORE=s3' },
  S3_FORCE_PATH_STYLE: { value: text.optional(), help: 'with BLOB_STORE=s3' },
  JWT_SECRET: { value: text.optional(), help: 'with AUTH_MODE=jwt' },
  JWT_JWKS_URL: { value: url('http:', 'https:').optional(), help: 'with AUTH_MODE=jwt' },
  MAX_CONCURRENT_REQUESTS: { value: whole(1).optional(), help: 'default 100: misses that may work at once' },
  MAX_QUEUED_REQUESTS: { value: whole(0).optional(), help: 'default 1000: misses that may wait' },
  CACHE_TTL_SESSION_SECONDS: { value: whole(1).optional(), help: 'default 86400: verified tokens' },
  CACHE_TTL_METADATA_SECONDS: { value: whole(1).optional(), help: 'default 3600: epochs and other small facts' },
  SEMANTIC_CACHE_THRESHOLD: { value: text.optional(), help: '0 = off' },
  WEB_CONCURRENCY: { value: text.optional(), help: 'API processes; auto = cores' },
  MAX_REQUESTS: { value: whole(0).optional(), help: 'a process is replaced after this many; 0 = never' },
  MAX_REQUESTS_JITTER: { value: whole(0).optional(), help: 'default 50' },
  SENTRY_DSN: { value: text.optional(), help: 'error tracking' },
  OTEL_EXPORTER_OTLP_ENDPOINT: { value: url('http:', 'https:').optional(), help: 'traces' },
} as const satisfies Record<string, { value: z.ZodType; help: string }>;
