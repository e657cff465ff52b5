/** The shapes of requests and answers, as JSON Schema 2020-12 (which OpenAPI 3.1 is). */

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string' };
const id: Schema = { type: 'string', minLength: 1 };
const time: Schema = { type: 'string', format: 'date-time' };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const whole = (minimum: number, maximum: number, more: Schema = {}): Schema => ({ type: 'integer', minimum, maximum, ...more });
const choice = (...values: string[]): Schema => ({ type: 'string', enum: values });
const orNull = (schema: Schema): Schema =>
  '$ref' in schema ? { anyOf: [schema, { type: 'null' }] } : { ...schema, type: [schema.type, 'null'] };
const listOf = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more });
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
/** Every field may be left out. */
const request = (properties: Record<string, Schema>): Schema => object(properties, Object.keys(properties));

export const ref = (name: keyof typeof SCHEMAS): Schema => ({ $ref: `#/components/schemas/${name}` });

const page = orNull({ type: 'integer', minimum: 1, description: 'null where the format has no pages' });
const span = { start: { ...count, description: 'UTF-16 offset into the extracted text' }, end: count };
const mode = orNull({ type: 'string', default: 'practice', description: '`practice` or `quiz`, in any letter case' });
const topic = orNull({ type: 'string', default: null, description: 'null, missing or blank: the whole library' });
const questionCount = orNull(whole(1, 100, { default: 25, description: 'also as a numeric string' }));
const filename: Schema = { ...text, description: 'exactly this file name' };
const documentIds = listOf(id, { minItems: 1, description: 'these documents only; an unknown one is 404' });
const degraded = listOf(choice('embedding', 'retrieval', 'rerank', 'generation', 'cache', 'depth'));

export const SCHEMAS = {
  Error: object({
    status: { const: 'error' },
    message: text,
    fallback_used: flag,
    retry_after: orNull(whole(1, 300, { description: 'seconds; the Retry-After header says the same' })),
    code: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' },
    request_id: text,
  }),
  GenerateQuestionsRequest: request({ topic, count: questionCount, mode }),
  GenerateQuestionsResponse: object({ response: { ...text, description: 'Markdown that reads well as plain text' }, timestamp: time }),
  Session: object({ token: { ...text, description: 'told this once' }, tenant_id: id, expires_at: time }),
  CurrentSession: object({ tenant_id: id, expires_at: orNull(time) }),
  Document: object({
    id, filename: text, media_type: text, size: count, sha256: text,
    status: choice('queued', 'processing', 'ready', 'failed'),
    stage: choice('stored', 'parsing', 'chunking', 'embedding', 'indexing', 'done'),
    progress: { type: 'number', minimum: 0, maximum: 1 },
    pages: orNull(count), chunks: count,
    error: orNull({ type: 'object', properties: { code: text, message: text }, required: ['code', 'message'] }),
    task_id: id, created_at: time, updated_at: time, duplicate: flag,
  }),
  DocumentList: object({ documents: listOf({ $ref: '#/components/schemas/Document' }), next_cursor: orNull(text) }),
  Documents: object({ documents: listOf({ $ref: '#/components/schemas/Document' }) }),
  Upload: { type: 'object', properties: { file: listOf({ type: 'string', contentMediaType: 'application/octet-stream' }, { description: 'one or more files' }) }, required: ['file'] },
  DeleteReceipt: object({
    id,
    deleted: object({ chunks: count, vectors: count, files: count, question_sets: count, cache_entries: count }),
    remaining: { const: 0 },
  }),
  TextSlice: object({ ...span, text }),
  SearchRequest: object({ query: { ...text, minLength: 1 }, limit: whole(1, 100, { default: 10 }), filename, document_ids: documentIds }, ['limit', 'filename', 'document_ids']),
  Passage: object({ chunk_id: id, document_id: id, filename: text, page, page_end: page, ...span, text, score: { type: 'number' }, rank: whole(1, 100) }),
  SearchResponse: object({ passages: listOf({ $ref: '#/components/schemas/Passage' }), degraded }),
  QuestionSetRequest: request({
    topic, count: questionCount, mode,
    types: listOf(choice('multiple_choice', 'true_false', 'short_answer', 'cloze')),
    difficulty: choice('easy', 'medium', 'hard'),
    language: text, filename, document_ids: documentIds,
    seed: { type: 'integer', description: 'the same seed gives the same questions from the same library' },
  }),
  Source: object({ document_id: id, filename: text, page, page_end: page, ...span, quote: text }),
  Question: object(
    {
      id,
      type: choice('multiple_choice', 'true_false', 'short_answer', 'cloze'),
      stem: text,
      options: listOf(text, { minItems: 4, maxItems: 4 }),
      answer: { ...text, description: 'withheld from a quiz until it is graded, as are explanation and verification' },
      explanation: text,
      difficulty: choice('easy', 'medium', 'hard'),
      bloom_level: choice('remember', 'understand', 'apply', 'analyze'),
      sources: listOf({ $ref: '#/components/schemas/Source' }),
      verification: object({ grounded: flag, agreed: orNull(flag) }),
      repeated: flag,
    },
    ['options', 'answer', 'explanation', 'verification', 'repeated'],
  ),
  QuestionSet: object({
    id, mode: choice('practice', 'quiz'), topic: orNull(text), requested: whole(1, 100), delivered: whole(1, 100), shortfall_reason: orNull(text),
    questions: listOf({ $ref: '#/components/schemas/Question' }), degraded, created_at: time,
  }),
  GradeRequest: object({ answers: { type: 'object', additionalProperties: text, description: 'question id to answer: an option’s text or its letter' } }),
  GradeResponse: object({
    score: count, total: count,
    results: listOf(object({ question_id: id, correct: flag, expected: text, explanation: text, sources: listOf({ $ref: '#/components/schemas/Source' }) })),
  }),
  Task: object({
    id, queue: text,
    state: choice('waiting', 'delayed', 'active', 'completed', 'failed', 'superseded'),
    progress: { type: 'number', minimum: 0, maximum: 1 },
    attempts: orNull(count),
    error: orNull({ type: 'object', properties: { code: text, message: text }, required: ['code', 'message'] }),
    document_id: id,
  }),
  Health: object(
    { status: choice('ok', 'degraded', 'error', 'shutting_down'), info: { type: 'object' }, error: { type: 'object' }, details: { type: 'object', additionalProperties: object({ status: choice('up', 'degraded', 'down') }) } },
    ['info', 'error', 'details'],
  ),
} satisfies Record<string, Schema>; // prettier-ignore
