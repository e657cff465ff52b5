import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, parseConfig } from './config';
import { envExample } from './env-example';

const problemsOf = (environment: Record<string, string>) => {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    return (error as ConfigError).problems;
  }
};

describe('parseConfig', () => {
  it('needs no setting at all', () => {
    const config = parseConfig({ DATA_DIR: '/srv/lectern' });
    expect(config).toMatchObject({
      database: { url: 'file:/srv/lectern/lectern.db' },
      auth: { allowAnonymous: true },
      http: { port: 3000, requestTimeoutMs: 30_000 },
    });
  });

  it('takes an empty value for none', () => {
    expect(parseConfig({ PORT: '' }).http.port).toBe(3000);
  });

  it.each([
    ['PORT', 'http', 'PORT is "http", and must be a whole number'],
    ['PORT', '70000', 'PORT is "70000", and must be at most 65535'],
    ['ALLOW_ANONYMOUS', 'yes', 'ALLOW_ANONYMOUS is "yes", and must be true or false'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is "loud", and must be one of fatal, error, warn, info, debug, trace, silent'],
    ['REDIS_URL', 'localhost:6379', 'REDIS_URL is set to something else, and must be a URL that begins with redis: or rediss:'],
    ['VECTOR_STORE', 'pinecone', 'VECTOR_STORE is "pinecone", and must be one of embedded, qdrant'],
    ['QDRANT_COLLECTION', 'a/b', 'QDRANT_COLLECTION is "a/b", and must be 1 to 200 letters, digits, _ or -'],
    ['VECTOR_STORE', 'qdrant', 'QDRANT_URL is not set, and VECTOR_STORE=qdrant needs it: the URL of the server'],
    ['QDRANT_URL', 'qdrant:6333', 'QDRANT_URL is set to something else, and must be a URL that begins with http: or https:'],
    ['EMBEDDING_PROVIDER', 'word2vec', 'EMBEDDING_PROVIDER is "word2vec", and must be one of lexical, onnx, huggingface'],
    ['EMBEDDING_PROVIDER', 'onnx', "ONNX_MODEL_DIR is not set, and EMBEDDING_PROVIDER=onnx needs it: the model's folder"],
    ['EMBEDDING_PROVIDER', 'huggingface', 'HUGGINGFACE_API_KEY is not set, and the public API needs it'],
    ['EMBEDDING_DIMENSION', '0', 'EMBEDDING_DIMENSION is "0", and must be at least 1'],
    ['EMBEDDING_BATCH_SIZE', '129', 'EMBEDDING_BATCH_SIZE is "129", and must be at most 128'],
    ['RERANKER', 'tei', 'TEI_RERANK_URL is not set, and RERANKER=tei needs it'],
    ['DATABASE_URL', 'postgresql://localhost/lectern', 'DATABASE_URL=postgresql://... is not available in this version'],
    ['GENERATION_PROVIDERS', 'gpt', 'GENERATION_PROVIDERS names "gpt"'],
    ['AUTH_MODE', 'jwt', 'AUTH_MODE=jwt is not available in this version'],
  ])('refuses %s=%s by name', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(problem)]);
  });

  it('tells all that is wrong at once, and no secret', () => {
    const problems = problemsOf({ PORT: 'x', ADMIN_TOKEN: 'short', LOG_LEVEL: 'y' });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('short');
  });

  it('keeps the vectors where it is told', () => {
    expect(parseConfig({ DATA_DIR: '/srv/lectern' }).vectorStore).toEqual({ provider: 'embedded', file: '/srv/lectern/vectors.db' });
    expect(parseConfig({ VECTOR_STORE: 'qdrant', QDRANT_URL: 'https://qdrant.example/prefix', QDRANT_API_KEY: 'k' }).vectorStore).toEqual({
      provider: 'qdrant',
      url: 'https://qdrant.example/prefix',
      apiKey: 'k',
      collection: 'learning_app_documents',
    });
  });

  it('takes the embedding model as it is told', () => {
    expect(parseConfig({}).embedding.model).toEqual({ provider: 'lexical' });
    expect(parseConfig({ EMBEDDING_PROVIDER: 'onnx', ONNX_MODEL_DIR: '/models/mini' }).embedding.model).toEqual({
      provider: 'onnx',
      directory: '/models/mini',
    });
    const served = { EMBEDDING_PROVIDER: 'huggingface', HUGGINGFACE_BASE_URL: 'http://tei:8080', EMBEDDING_DIMENSION: '384' };
    expect(parseConfig({ ...served, EMBEDDING_MODEL: 'somebody/some-model' }).embedding.model).toEqual({
      provider: 'huggingface',
      name: 'somebody/some-model',
      dimension: 384,
      baseUrl: 'http://tei:8080',
      apiKey: undefined,
    });
  });

  it('asks the question models that have a key, and the rules behind them, unless told otherwise', () => {
    const named = (environment: Record<string, string>) => parseConfig(environment).generation.providers.map(({ name }) => name);
    expect(named({})).toEqual(['extractive']);
    expect(named({ GOOGLE_API_KEY: 'k' })).toEqual(['gemini', 'extractive']);
    expect(named({ GOOGLE_API_KEY: 'k', TOGETHER_BASE_URL: 'http://127.0.0.1:8000/v1' })).toEqual(['gemini', 'together', 'extractive']);
    expect(named({ GOOGLE_API_KEY: 'k', GENERATION_PROVIDERS: 'extractive' })).toEqual(['extractive']);
    expect(problemsOf({ GENERATION_PROVIDERS: 'gemini, together' })).toEqual([
      expect.stringContaining('GOOGLE_API_KEY is not set'),
      expect.stringContaining('TOGETHER_API_KEY is not set'),
    ]);
    expect(problemsOf({ RETRIEVAL_MULTI_QUERY: 'model' })).toEqual([expect.stringContaining('RETRIEVAL_MULTI_QUERY is model')]);
  });

  it('turns anonymous access off in production', () => {
    expect(parseConfig({ NODE_ENV: 'production' }).auth.allowAnonymous).toBe(false);
  });

  it('says which settings have no effect yet', () => {
    expect(parseConfig({ JWT_SECRET: 'k', S3_BUCKET: 'b' }).withoutEffect).toEqual(['S3_BUCKET', 'JWT_SECRET']);
  });

  it('puts the database numbers into the URLs of Redis', () => {
    const { redis } = parseConfig({ REDIS_URL: 'redis://127.0.0.1:7000', REDIS_TASK_DB: '5' });
    expect(redis).toEqual({ queueUrl: 'redis://127.0.0.1:7000/5', cacheUrl: 'redis://127.0.0.1:7000/0' });
  });
});

describe('.env.example', () => {
  it('is what the settings say (npm run env:example)', () => {
    expect(readFileSync(join(__dirname, '../../../../.env.example'), 'utf8')).toBe(envExample());
  });
});
