import { join, resolve } from 'node:path';
import { AWAITED_CHOICES, AWAITED_SETTINGS } from './awaited-settings';
import { generationProblems, generationProvidersOf, type GenerationProvider } from './generation-providers';
import { listOf } from './list-of';
import { SETTINGS, type SettingName, type Settings } from './settings';

/** A wrong setting: the message names each one with what it may be, and is all that the operator needs to see. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings are wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Settings as the code asks for them: grouped, in the units of their names, combinations checked. */
export class AppConfig {
  readonly production: boolean;
  readonly logLevel: string;
  readonly http: {
    host: string;
    port: number;
    workerPort: number;
    trustProxy: boolean | number;
    corsOrigins: string[];
    requestTimeoutMs: number;
    shutdownGraceMs: number;
  };
  readonly database: { url: string };
  readonly redis: { queueUrl: string; cacheUrl: string };
  readonly storage: { provider: 'local'; directory: string; maxUploadBytes: number };
  readonly vectorStore:
    { provider: 'embedded'; file: string } | { provider: 'qdrant'; url: string; apiKey: string | undefined; collection: string };
  readonly embedding: {
    batchSize: number;
    requestsPerMinute: number;
    requestsPerDay: number;
    model:
      | { provider: 'lexical' }
      | { provider: 'onnx'; directory: string }
      | {
          provider: 'huggingface';
          name: string;
          dimension: number | undefined;
          baseUrl: string | undefined;
          apiKey: string | undefined;
        };
  };
  readonly retrieval: {
    fusion: 'dbsf' | 'rrf';
    multiQuery: 'off' | 'rules' | 'model';
    feedback: 'off' | 'long';
    expansion: 'off' | 'neighbours';
    contextTokens: number;
  };
  readonly reranker: { provider: 'none' | 'lexical' } | { provider: 'tei'; url: string };
  readonly generation: {
    /** The first is asked first. */
    providers: readonly GenerationProvider[];
    /** Of models with a price, per tenant; 0 = no limit. */
    tokensPerDay: number;
    quizAnswerKey: 'shown' | 'hidden';
  };
  readonly auth: { allowAnonymous: boolean; adminToken: string | undefined };
  readonly limits: { tenantPerMinute: number; addressPerMinute: number };
  readonly parser: { timeoutMs: number; memoryMb: number };
  readonly cacheTtl: { responseMs: number; retrievalMs: number; embeddingMs: number };
  readonly queue: { concurrency: number; stalledIntervalMs: number; reconcileIntervalMs: number };

  constructor(
    settings: Settings,
    /** Names that were set and have no effect in this version. */
    readonly withoutEffect: readonly string[] = [],
  ) {
    const seconds = (value: number) => value * 1000;
    const dataDir = resolve(settings.DATA_DIR);
    const production = settings.NODE_ENV === 'production';
    const redisUrl = settings.REDIS_URL ?? 'redis://127.0.0.1:6379';
    this.production = production;
    this.logLevel = settings.LOG_LEVEL;
    this.http = {
      host: settings.HOST,
      port: settings.PORT,
      workerPort: settings.WORKER_PORT,
      trustProxy: settings.TRUST_PROXY,
      corsOrigins: listOf(settings.CORS_ORIGINS),
      requestTimeoutMs: seconds(settings.REQUEST_TIMEOUT_SECONDS),
      shutdownGraceMs: seconds(settings.SHUTDOWN_GRACE_SECONDS),
    };
    this.database = { url: settings.DATABASE_URL ?? `file:${join(dataDir, 'lectern.db')}` };
    this.redis = {
      queueUrl: withDatabase(redisUrl, settings.REDIS_TASK_DB),
      cacheUrl: withDatabase(settings.CACHE_REDIS_URL ?? redisUrl, settings.REDIS_CACHE_DB),
    };
    this.storage = { provider: 'local', directory: join(dataDir, 'blobs'), maxUploadBytes: settings.MAX_UPLOAD_MB * 1024 * 1024 };
    this.vectorStore = vectorStoreOf(settings, dataDir);
    this.embedding = {
      batchSize: settings.EMBEDDING_BATCH_SIZE,
      requestsPerMinute: settings.EMBEDDING_REQUESTS_PER_MINUTE,
      requestsPerDay: settings.EMBEDDING_REQUESTS_PER_DAY,
      model: embeddingModelOf(settings),
    };
    this.retrieval = {
      fusion: settings.RETRIEVAL_FUSION,
      multiQuery: settings.RETRIEVAL_MULTI_QUERY,
      feedback: settings.RETRIEVAL_FEEDBACK,
      expansion: settings.RETRIEVAL_EXPANSION,
      contextTokens: settings.RETRIEVAL_CONTEXT_TOKENS,
    };
    this.reranker = settings.RERANKER === 'tei' ? { provider: 'tei', url: settings.TEI_RERANK_URL! } : { provider: settings.RERANKER };
    this.generation = {
      providers: generationProvidersOf(settings),
      tokensPerDay: settings.GENERATION_TOKENS_PER_DAY,
      quizAnswerKey: settings.QUIZ_ANSWER_KEY,
    };
    this.auth = { allowAnonymous: settings.ALLOW_ANONYMOUS ?? !production, adminToken: settings.ADMIN_TOKEN };
    this.limits = { tenantPerMinute: settings.RATE_LIMIT_PER_MINUTE, addressPerMinute: settings.RATE_LIMIT_IP_PER_MINUTE };
    this.parser = { timeoutMs: seconds(settings.PARSER_TIMEOUT_SECONDS), memoryMb: settings.PARSER_MEMORY_MB };
    this.cacheTtl = {
      responseMs: seconds(settings.CACHE_TTL_RESPONSE_SECONDS),
      retrievalMs: seconds(settings.CACHE_TTL_SECONDS),
      embeddingMs: seconds(settings.CACHE_TTL_EMBEDDING_SECONDS),
    };
    this.queue = {
      concurrency: settings.QUEUE_CONCURRENCY,
      stalledIntervalMs: seconds(settings.STALLED_INTERVAL_SECONDS),
      reconcileIntervalMs: seconds(settings.RECONCILE_INTERVAL_SECONDS),
    };
  }
}

function vectorStoreOf(settings: Settings, dataDir: string): AppConfig['vectorStore'] {
  if (settings.VECTOR_STORE === 'embedded') return { provider: 'embedded', file: join(dataDir, 'vectors.db') };
  return { provider: 'qdrant', url: settings.QDRANT_URL!, apiKey: settings.QDRANT_API_KEY, collection: settings.QDRANT_COLLECTION };
}

function embeddingModelOf(settings: Settings): AppConfig['embedding']['model'] {
  switch (settings.EMBEDDING_PROVIDER) {
    case 'lexical':
      return { provider: 'lexical' };
    case 'onnx':
      return { provider: 'onnx', directory: resolve(settings.ONNX_MODEL_DIR!) };
    case 'huggingface':
      return {
        provider: 'huggingface',
        name: settings.EMBEDDING_MODEL,
        dimension: settings.EMBEDDING_DIMENSION,
        baseUrl: settings.HUGGINGFACE_BASE_URL,
        apiKey: settings.HUGGINGFACE_API_KEY,
      };
  }
}

/**
 * Reads and checks an environment.
 * @throws ConfigError naming every setting that is wrong, with its value and what it may be
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): AppConfig {
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, { value }] of Object.entries({ ...SETTINGS, ...AWAITED_SETTINGS })) {
    const given = environment[name] === '' ? undefined : environment[name];
    const result = value.safeParse(given);
    if (result.success) settings[name] = result.data;
    else
      problems.push(
        `${name} is ${shown(name, given)}, and must be ${[...new Set(result.error.issues.map((issue) => issue.message))].join(' and ')}`,
      );
  }
  if (problems.length === 0) problems.push(...unavailable(settings as Settings), ...incomplete(settings as Settings));
  if (problems.length > 0) throw new ConfigError(problems);
  return new AppConfig(
    settings as Settings,
    Object.keys(AWAITED_SETTINGS).filter((name) => settings[name] !== undefined),
  );
}

/** Choices that are named in the design and have no adapter yet are refused by name, never ignored. */
function unavailable(settings: Settings): string[] {
  const problems: string[] = [];
  const refuse = (name: string, value: string, instead: string) =>
    problems.push(`${name}=${value} is not available in this version; ${instead}`);
  for (const [name, values] of Object.entries(AWAITED_CHOICES)) {
    for (const chosen of listOf(String(settings[name as SettingName]))) {
      if ((values as readonly string[]).includes(chosen)) refuse(name, chosen, `leave ${name} unset for the default`);
    }
  }
  if (settings.DATABASE_URL && !settings.DATABASE_URL.startsWith('file:'))
    refuse('DATABASE_URL', 'postgresql://...', 'use file:<path> or leave it unset');
  else if (settings.DATABASE_URL === 'file:') problems.push('DATABASE_URL is "file:", and must name a file after it');
  return problems;
}

/** Choices that need another setting beside them. */
function incomplete(settings: Settings): string[] {
  const problems: string[] = [];
  const needs = (chosen: boolean, choice: string, name: SettingName, what: string) => {
    if (chosen && settings[name] === undefined) problems.push(`${name} is not set, and ${choice} needs it: ${what}`);
  };
  needs(settings.VECTOR_STORE === 'qdrant', 'VECTOR_STORE=qdrant', 'QDRANT_URL', 'the URL of the server');
  needs(settings.EMBEDDING_PROVIDER === 'onnx', 'EMBEDDING_PROVIDER=onnx', 'ONNX_MODEL_DIR', "the model's folder");
  problems.push(...generationProblems(settings));
  needs(settings.RERANKER === 'tei', 'RERANKER=tei', 'TEI_RERANK_URL', 'the URL of the server');
  if (settings.EMBEDDING_PROVIDER === 'huggingface' && !settings.HUGGINGFACE_API_KEY && !settings.HUGGINGFACE_BASE_URL)
    problems.push('HUGGINGFACE_API_KEY is not set, and the public API needs it: set it, or HUGGINGFACE_BASE_URL to a server of your own');
  return problems;
}

/** A value as the message may show it: secrets stay out of logs. */
function shown(name: string, value: string | undefined): string {
  if (value === undefined) return 'not set';
  return /TOKEN|SECRET|KEY|URL/.test(name) ? 'set to something else' : JSON.stringify(value.slice(0, 80));
}

function withDatabase(redisUrl: string, database: number): string {
  const url = new URL(redisUrl);
  url.pathname = `/${database}`;
  return url.toString();
}
