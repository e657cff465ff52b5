import type { OpenAPIObject } from '@nestjs/swagger';
import { ref, SCHEMAS } from './schemas';

type Part = Record<string, unknown>;

const json = (schema: Part): Part => ({ content: { 'application/json': { schema } } });
const answer = (description: string, schema?: Part, more: Part = {}): Part => ({ description, ...(schema && json(schema)), ...more });
const body = (schema: Part, required: boolean): Part => ({ required, ...json(schema) });
const events = (schema: Part): Part => ({ content: { 'text/event-stream': { schema } } });
const pathId: Part = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const query = (name: string, schema: Part, required = false): Part => ({ name, in: 'query', required, schema });
const header = (name: string, description: string): [string, Part] => [name, { description, schema: { type: 'string' } }];

const open = { security: [] };
/** Kinds of refusal that most routes share. */
const refusals: Part = {
  '4XX': answer('refused; `code` and `message` say why', ref('Error')),
  '5XX': answer('not possible at the moment', ref('Error')),
};

function route(tag: string, summary: string, operation: Part): Part {
  const { responses, ...rest } = operation;
  return { tags: [tag], summary, ...rest, responses: { ...(responses as Part), ...refusals } };
}

const CHAT_HEADERS = Object.fromEntries([
  header('X-Cache', '`hit`, `semantic`, `coalesced` or `miss`'),
  header('X-Fallback-Used', '`true` when a rung below the first served it'),
  header('X-Degraded', 'comma list of what was degraded'),
  header('X-Questions-Delivered', 'number of questions in `response`'),
  header('X-Question-Set', 'id for GET /api/question-sets/{id}'),
]);

/** `format` and what it comes as; what is no text is a file of bytes. */
const EXPORT_FORMATS = {
  markdown: 'text/markdown',
  gift: 'text/plain',
  'moodle-xml': 'application/xml',
  qti: 'application/zip',
  anki: 'application/x-apkg',
  csv: 'text/csv',
};
const exported = Object.values(EXPORT_FORMATS).map((type) => [type, type.startsWith('text/') ? { schema: { type: 'string' } } : {}]);

const PATHS = {
  '/api/chat/generate-questions': {
    post: route('questions', 'Study questions as Markdown', {
      requestBody: body(ref('GenerateQuestionsRequest'), false),
      responses: { '200': answer('the questions', ref('GenerateQuestionsResponse'), { headers: CHAT_HEADERS }) },
    }),
  },
  '/api/sessions': {
    post: route('sessions', 'Begin a session as a new tenant', { ...open, responses: { '201': answer('the session', ref('Session')) } }),
  },
  '/api/sessions/current': {
    get: route('sessions', 'The session of this token', { responses: { '200': answer('the session', ref('CurrentSession')) } }),
    delete: route('sessions', 'End the session of this token', { responses: { '204': answer('ended') } }),
  },
  '/api/documents': {
    post: route('documents', 'Upload one or more files', {
      parameters: [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }],
      requestBody: { required: true, content: { 'multipart/form-data': { schema: ref('Upload') } } },
      responses: {
        '200': answer('these bytes were there already', { anyOf: [ref('Document'), ref('Documents')] }),
        '202': answer('accepted; several files come back as a list', { anyOf: [ref('Document'), ref('Documents')] }),
      },
    }),
    get: route('documents', 'The documents, newest first', {
      parameters: [
        query('limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
        query('cursor', { type: 'string' }),
        query('status', { type: 'string', enum: ['queued', 'processing', 'ready', 'failed'] }),
      ],
      responses: { '200': answer('a page of them', ref('DocumentList')) },
    }),
  },
  '/api/documents/{id}': {
    parameters: [pathId],
    get: route('documents', 'One document', { responses: { '200': answer('the document', ref('Document')) } }),
    delete: route('documents', 'Delete a document with all that was made of it', {
      responses: { '200': answer('what is gone', ref('DeleteReceipt')) },
    }),
  },
  '/api/documents/{id}/events': {
    parameters: [pathId],
    get: route('documents', 'Progress until it is ready or failed', {
      responses: { '200': { description: '`progress` events; data: the document', ...events(ref('Document')) } },
    }),
  },
  '/api/documents/{id}/retry': {
    parameters: [pathId],
    post: route('documents', 'Try a failed document again', { responses: { '202': answer('accepted', ref('Document')) } }),
  },
  '/api/documents/{id}/text': {
    parameters: [pathId, query('start', { type: 'integer', minimum: 0 }), query('end', { type: 'integer', minimum: 0 })],
    get: route('documents', 'A slice of the extracted text', { responses: { '200': answer('the slice', ref('TextSlice')) } }),
  },
  '/api/search': {
    post: route('questions', 'Passages of the library', {
      requestBody: body(ref('SearchRequest'), true),
      responses: { '200': answer('passages, best first', ref('SearchResponse')) },
    }),
  },
  '/api/question-sets': {
    post: route('questions', 'Make a question set', {
      requestBody: body(ref('QuestionSetRequest'), false),
      responses: {
        '201': {
          description: 'the set; with `Accept: text/event-stream` `question` events, then `done` or `error`',
          content: { 'application/json': { schema: ref('QuestionSet') }, 'text/event-stream': { schema: ref('Question') } },
        },
      },
    }),
  },
  '/api/question-sets/{id}': {
    parameters: [pathId],
    get: route('questions', 'One question set', { responses: { '200': answer('the set', ref('QuestionSet')) } }),
  },
  '/api/question-sets/{id}/grade': {
    parameters: [pathId],
    post: route('questions', 'Grade answers', {
      requestBody: body(ref('GradeRequest'), true),
      responses: { '200': answer('the result', ref('GradeResponse')) },
    }),
  },
  '/api/question-sets/{id}/export': {
    parameters: [pathId, query('format', { type: 'string', enum: Object.keys(EXPORT_FORMATS), default: 'markdown' })],
    get: route('questions', 'The set as a file', {
      responses: { '200': answer('the file', undefined, { content: Object.fromEntries(exported) }) },
    }),
  },
  '/api/tasks/{id}': {
    parameters: [pathId],
    get: route('documents', 'The task of an upload', { responses: { '200': answer('the task', ref('Task')) } }),
  },
  '/health/live': {
    get: route('operation', 'Whether the process answers', { ...open, responses: { '200': answer('it does', ref('Health')) } }),
  },
  '/health/ready': {
    get: route('operation', 'Whether requests should be sent here', {
      ...open,
      responses: { '200': answer('they should', ref('Health')), '503': answer('they should not; `error` names why', ref('Health')) },
    }),
  },
  '/metrics': {
    get: route('operation', 'Prometheus metrics', {
      security: [{}, { operator: [] }],
      responses: { '200': { description: 'Prometheus text', content: { 'text/plain': { schema: { type: 'string' } } } } },
    }),
  },
};

export function openApiDocument(): OpenAPIObject {
  return {
    openapi: '3.1.0',
    info: { title: 'Lectern', version: '1', description: 'Turns a learner’s own documents into grounded study questions.' },
    tags: ['questions', 'documents', 'sessions', 'operation'].map((name) => ({ name })),
    // a token where there is one; without any the tenant is `anonymous`, where that is allowed
    security: [{ token: [] }, {}],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' }, operator: { type: 'http', scheme: 'basic' } },
      schemas: SCHEMAS,
    },
    paths: PATHS,
  } as unknown as OpenAPIObject;
}
