import { z } from 'zod';

/**
 * Every setting: its environment variable, what it may be, its default and what it is for. `.env.example` is made from this
 * table, and a wrong value stops the boot with the setting's name (see `config.ts`).
 */

export const whole = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) =>
  z.coerce.number({ error: 'a whole number' }).int('a whole number').min(minimum, `at least ${minimum}`).max(maximum, `at most ${maximum}`);
const port = whole(0, 65_535);
export const flag = z.enum(['true', 'false'], { error: 'true or false' }).transform((value) => value === 'true');
export const choice = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });
export const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `a URL that begins with ${protocols.join(' or ')}`,
    );
export const text = z.string();

export const SETTINGS = {
  NODE_ENV: {
    group: 'Process',
    value: choice('development', 'production', 'test').default('development'),
    help: '`production` turns anonymous access and the open Bull Board off',
  },
  HOST: { group: 'Process', value: text.default('127.0.0.1'), help: 'address that the API and the worker listen on' },
  PORT: { group: 'Process', value: port.default(3000), help: 'port of the API' },
  WORKER_PORT: { group: 'Process', value: port.default(3001), help: 'port of the worker (health and metrics)' },
  DATA_DIR: { group: 'Process', value: text.default('./data'), help: 'everything that the embedded defaults keep' },
  LOG_LEVEL: {
    group: 'Process',
    value: z
      .string()
      .toLowerCase()
      .pipe(choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'))
      .default('info'),
    help: 'fatal, error, warn, info, debug, trace or silent',
  },
  SHUTDOWN_GRACE_SECONDS: { group: 'Process', value: whole(1, 600).default(25), help: 'after SIGTERM, until what is left is cut off' },
  TRUST_PROXY: {
    group: 'Process',
    value: z.union([flag, whole(0, 32)], { error: 'true, false or the number of proxies' }).default(false),
    help: 'believe X-Forwarded-For: true, false or the number of proxies',
  },
  CORS_ORIGINS: { group: 'Process', value: text.optional(), help: 'comma list of origins that browsers may call from' },

  DATABASE_URL: { group: 'Stores', value: url('file:', 'postgresql:', 'postgres:').optional(), help: 'default file:<DATA_DIR>/lectern.db' },
  REDIS_URL: {
    group: 'Stores',
    value: url('redis:', 'rediss:').optional(),
    help: 'queues; `npm start` brings a private server where it is not set',
  },
  CACHE_REDIS_URL: { group: 'Stores', value: url('redis:', 'rediss:').optional(), help: 'caches, limits, sessions; default REDIS_URL' },
  REDIS_CACHE_DB: { group: 'Stores', value: whole(0).default(0), help: 'database number of the caches' },
  REDIS_TASK_DB: { group: 'Stores', value: whole(0).default(1), help: 'database number of the queues' },
  VECTOR_STORE: { group: 'Stores', value: choice('embedded', 'qdrant').default('embedded'), help: 'embedded (a SQLite file) or qdrant' },
  QDRANT_URL: {
    group: 'Stores',
    value: url('http:', 'https:').optional(),
    help: 'with VECTOR_STORE=qdrant, such as http://127.0.0.1:6333',
  },
  QDRANT_API_KEY: { group: 'Stores', value: text.optional(), help: 'where Qdrant asks for one' },
  QDRANT_COLLECTION: {
    group: 'Stores',
    value: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,200}$/, '1 to 200 letters, digits, _ or -')
      .default('learning_app_documents'),
    help: 'an alias; the collections behind it carry a version',
  },
  BLOB_STORE: { group: 'Stores', value: choice('local', 's3').default('local'), help: 'local (a folder) or s3' },

  EMBEDDING_PROVIDER: {
    group: 'Models',
    value: choice('lexical', 'onnx', 'huggingface').default('lexical'),
    help: 'lexical needs no network',
  },
  EMBEDDING_MODEL: { group: 'Models', value: text.default('BAAI/bge-large-en-v1.5'), help: 'with EMBEDDING_PROVIDER=huggingface' },
  EMBEDDING_DIMENSION: {
    group: 'Models',
    value: whole(1, 16_384).optional(),
    help: 'of the vectors, with EMBEDDING_PROVIDER=huggingface; needed for models that Lectern does not know',
  },
  EMBEDDING_BATCH_SIZE: { group: 'Models', value: whole(1, 128).default(32), help: 'texts a call of the embedding provider' },
  EMBEDDING_REQUESTS_PER_MINUTE: {
    group: 'Models',
    value: whole(0).default(0),
    help: 'to an embedding service, by all processes together; 0 = no limit',
  },
  EMBEDDING_REQUESTS_PER_DAY: {
    group: 'Models',
    value: whole(0).default(0),
    help: 'to an embedding service, by all processes together; 0 = no limit',
  },
  HUGGINGFACE_API_KEY: {
    group: 'Models',
    value: text.optional(),
    help: 'with EMBEDDING_PROVIDER=huggingface; a server of your own may need none',
  },
  HUGGINGFACE_BASE_URL: {
    group: 'Models',
    value: url('http:', 'https:').optional(),
    help: 'default the public API; the URL of an Inference Endpoint or of a TEI server',
  },
  ONNX_MODEL_DIR: {
    group: 'Models',
    value: text.optional(),
    help: 'with EMBEDDING_PROVIDER=onnx: a folder with config.json, tokenizer.json and onnx/model_quantized.onnx',
  },
  RERANKER: {
    group: 'Models',
    value: choice('none', 'lexical', 'tei').default('lexical'),
    help: 'what orders the best passages anew: none, lexical (diversity) or tei (a cross-encoder)',
  },
  TEI_RERANK_URL: { group: 'Models', value: url('http:', 'https:').optional(), help: 'with RERANKER=tei: the URL of a TEI server' },
  GENERATION_PROVIDERS: {
    group: 'Models',
    value: text.optional(),
    help: 'comma list, first served first: gemini, together, extractive; default those with a key, then extractive',
  },
  GOOGLE_API_KEY: { group: 'Models', value: text.optional(), help: 'questions by Gemini' },
  GEMINI_MODEL: { group: 'Models', value: text.default('gemini-2.5-flash'), help: 'with GOOGLE_API_KEY' },
  GEMINI_BASE_URL: { group: 'Models', value: url('http:', 'https:').optional(), help: 'default the public API; without /v1beta' },
  TOGETHER_API_KEY: { group: 'Models', value: text.optional(), help: 'questions by Together.ai; a server of your own may need none' },
  TOGETHER_MODEL: { group: 'Models', value: text.default('meta-llama/Llama-3.3-70B-Instruct-Turbo'), help: 'as the server names it' },
  TOGETHER_BASE_URL: {
    group: 'Models',
    value: url('http:', 'https:').optional(),
    help: 'default Together.ai; with /v1, of any OpenAI-compatible server (vLLM, Ollama, llama.cpp)',
  },
  GENERATION_TOKENS_PER_DAY: {
    group: 'Models',
    value: whole(0).default(0),
    help: 'of question models, per tenant; after that questions come from rules; 0 = no limit',
  },
  QUIZ_ANSWER_KEY: { group: 'Models', value: choice('shown', 'hidden').default('shown'), help: 'whether a quiz ends with its answer key' },

  RETRIEVAL_FUSION: {
    group: 'Retrieval',
    value: choice('dbsf', 'rrf').default('dbsf'),
    help: 'how result lists become one: by score (dbsf) or by rank (rrf)',
  },
  RETRIEVAL_MULTI_QUERY: {
    group: 'Retrieval',
    value: choice('off', 'rules', 'model').default('off'),
    help: 'whether variants of a query are searched beside it: its clauses (rules), or what a question model says (model)',
  },
  RETRIEVAL_FEEDBACK: {
    group: 'Retrieval',
    value: choice('off', 'long').default('long'),
    help: 'whether queries of twelve content words or more are searched again with the words of what they found',
  },
  RETRIEVAL_EXPANSION: {
    group: 'Retrieval',
    value: choice('off', 'neighbours').default('off'),
    help: 'whether passages are widened by the chunks beside them',
  },
  RETRIEVAL_CONTEXT_TOKENS: {
    group: 'Retrieval',
    value: whole(256, 1_000_000).default(32_000),
    help: 'length of all passages together that questions are made from',
  },

  AUTH_MODE: { group: 'Access', value: choice('token', 'jwt').default('token'), help: 'token: sessions and API keys of our own' },
  ALLOW_ANONYMOUS: {
    group: 'Access',
    value: flag.optional(),
    help: 'requests without a token are the tenant `anonymous`; default true outside production',
  },
  ADMIN_TOKEN: {
    group: 'Access',
    value: z.string().min(8, 'at least 8 characters').optional(),
    help: 'Bull Board (user admin), /metrics on a public host',
  },

  MAX_UPLOAD_MB: { group: 'Limits', value: whole(1, 10_000).default(100), help: 'one file' },
  REQUEST_TIMEOUT_SECONDS: { group: 'Limits', value: whole(1, 600).default(30), help: 'the deadline of one request' },
  RATE_LIMIT_PER_MINUTE: { group: 'Limits', value: whole(0).default(120), help: 'requests a tenant; 0 = off' },
  RATE_LIMIT_IP_PER_MINUTE: { group: 'Limits', value: whole(0).default(600), help: 'requests an address; 0 = off' },
  PARSER_TIMEOUT_SECONDS: { group: 'Limits', value: whole(1, 3600).default(300), help: 'one document' },
  PARSER_MEMORY_MB: { group: 'Limits', value: whole(128, 16_384).default(512), help: 'one document' },

  CACHE_TTL_SECONDS: { group: 'Caches', value: whole(1).default(3600), help: 'retrieval results' },
  CACHE_TTL_EMBEDDING_SECONDS: { group: 'Caches', value: whole(1).default(86_400), help: 'embeddings of queries' },
  CACHE_TTL_RESPONSE_SECONDS: { group: 'Caches', value: whole(1).default(1800), help: 'answers of the contract route' },

  QUEUE_CONCURRENCY: { group: 'Queues', value: whole(1, 64).default(4), help: 'jobs at once, per queue and worker' },
  STALLED_INTERVAL_SECONDS: {
    group: 'Queues',
    value: whole(1, 300).default(5),
    help: 'a job of a dead worker is taken over after one or two of these',
  },
  RECONCILE_INTERVAL_SECONDS: {
    group: 'Queues',
    value: whole(1, 3600).default(30),
    help: 'how often the database and the queues are compared',
  },
} as const satisfies Record<string, { group: string; value: z.ZodType; help: string }>;

export type SettingName = keyof typeof SETTINGS;
export type Settings = { [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['value']> };
