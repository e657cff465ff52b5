interface ErrorKind {
  readonly status: number;
  readonly retryable: boolean;
  /** What a client or an operator can do about it; `docs/errors.md` is made from this table. */
  readonly help: string;
}

/** Every code that a client or an operator can meet. */
export const ERRORS = {
  MALFORMED_REQUEST: { status: 400, retryable: false, help: 'Send a body that is well-formed for its content type.' },
  UNAUTHENTICATED: { status: 401, retryable: false, help: 'Send `Authorization: Bearer <token>` with a token from POST /api/sessions.' },
  NOT_FOUND: { status: 404, retryable: false, help: 'Check the id; another tenant’s things are not there for you either.' },
  NO_MATERIAL: { status: 404, retryable: false, help: 'Upload a document that covers the topic, or ask without a topic.' },
  METHOD_NOT_ALLOWED: { status: 405, retryable: false, help: 'See /docs for the methods of this path.' },
  CONFLICT: { status: 409, retryable: false, help: 'Look at the current state of the thing, then decide.' },
  DOCUMENT_NOT_READY: { status: 409, retryable: true, help: 'Wait until the document is ready (GET /api/documents/{id}/events).' },
  IDEMPOTENCY_KEY_IN_USE: { status: 409, retryable: true, help: 'The first request with this key still runs; wait for it.' },
  TOO_LARGE: { status: 413, retryable: false, help: 'Send less; MAX_UPLOAD_MB is the limit of one file.' },
  UNSUPPORTED_TYPE: { status: 415, retryable: false, help: 'Upload PDF, DOCX or plain text.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, retryable: false, help: 'Use the content type that /docs names for this route.' },
  VALIDATION_FAILED: { status: 422, retryable: false, help: 'Correct the field that the message names.' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, retryable: false, help: 'Use a new Idempotency-Key for another body.' },
  DOCUMENT_EMPTY: { status: 422, retryable: false, help: 'Upload a document that holds text.' },
  DOCUMENT_ENCRYPTED: { status: 422, retryable: false, help: 'Remove the password and upload it again.' },
  DOCUMENT_CORRUPT: { status: 422, retryable: false, help: 'Open and save the document with its own program, then upload it again.' },
  NO_TEXT_LAYER: { status: 422, retryable: false, help: 'Run text recognition (OCR) on the scan, then upload it again.' },
  TOO_COMPLEX: { status: 422, retryable: false, help: 'Split the document, or raise PARSER_TIMEOUT_SECONDS or PARSER_MEMORY_MB.' },
  EMBEDDING_MISMATCH: { status: 422, retryable: false, help: 'The embedding model is not the one that the library was indexed with.' },
  RATE_LIMITED: { status: 429, retryable: true, help: 'Wait for the seconds in Retry-After.' },
  CLIENT_CLOSED_REQUEST: { status: 499, retryable: false, help: 'The client went away before the answer was ready.' },
  INTERNAL: { status: 500, retryable: true, help: 'Look for the request id in the logs.' },
  OVERLOADED: { status: 503, retryable: true, help: 'Wait for the seconds in Retry-After.' },
  DATABASE_UNAVAILABLE: { status: 503, retryable: true, help: 'See /health/ready; DATABASE_URL names the database.' },
  BLOB_STORE_UNAVAILABLE: { status: 503, retryable: true, help: 'See /health/ready; BLOB_STORE and DATA_DIR name where files are kept.' },
  QUEUE_UNAVAILABLE: { status: 503, retryable: true, help: 'See /health/ready; REDIS_URL names the Redis of the queues.' },
  VECTOR_STORE_UNAVAILABLE: { status: 503, retryable: true, help: 'See /health/ready; VECTOR_STORE names it.' },
  EMBEDDING_UNAVAILABLE: { status: 503, retryable: true, help: 'See /health/ready; EMBEDDING_PROVIDER names it.' },
  RERANKER_UNAVAILABLE: { status: 503, retryable: true, help: 'See /health/ready; RERANKER names it.' },
  GENERATION_UNAVAILABLE: { status: 503, retryable: true, help: 'See /health/ready; GENERATION_PROVIDERS names the models.' },
  DEADLINE_EXCEEDED: { status: 504, retryable: true, help: 'Ask for less, or raise REQUEST_TIMEOUT_SECONDS.' },
  DISK_FULL: { status: 507, retryable: true, help: 'Free space where DATA_DIR lies.' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;
