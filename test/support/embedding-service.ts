import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LexicalEmbeddingProvider } from '../../libs/embedding/src/lexical.embedding-provider';

export interface EmbedRequest {
  readonly inputs: string | string[];
  readonly truncate?: boolean;
  readonly normalize?: boolean;
}

interface Received {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: EmbedRequest;
}

/** Answers instead of the service: once, for the next request. */
export type Fault = (response: ServerResponse, request: EmbedRequest) => unknown;

interface ServiceOptions {
  apiKey?: string;
  dimension?: number;
  /** As TEI's `--max-client-batch-size`. */
  maxBatch?: number;
  /** Tokens, one a word here; longer texts are refused unless they may be cut. */
  maxTokens?: number;
  /** Whether `truncate` is heeded. */
  cuts?: boolean;
}

/** A local server that speaks what TEI, Inference Endpoints and the Inference API speak, with faults on demand and a log of requests. Its vectors are hashed words. */
export async function startEmbeddingService(options: ServiceOptions = {}) {
  const { apiKey, dimension = 1024, maxBatch = 32, maxTokens = 512, cuts = true } = options;
  const model = new LexicalEmbeddingProvider({ dimension });
  const received: Received[] = [];
  const faults: Fault[] = [];
  let abandoned = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    response.on('close', () => (abandoned += response.writableFinished ? 0 : 1));
    const text = await bodyOf(request);
    const { authorization } = request.headers;
    if (apiKey && authorization !== `Bearer ${apiKey}`)
      return json(response, 401, { error: 'Invalid credentials in Authorization header' });
    // serde_json refuses what JavaScript takes for JSON
    if (/\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f]/i.test(text))
      return json(response, 422, {
        error: 'Failed to parse the request body as JSON: lone leading surrogate in hex escape',
        error_type: 'Validation',
      });
    const body = JSON.parse(text) as EmbedRequest;
    received.push({ path: request.url!, authorization, body });
    const fault = faults.shift();
    if (fault) return fault(response, body);
    const inputs = [body.inputs].flat();
    const invalid = (error: string) => json(response, 422, { error, error_type: 'Validation' });
    if (inputs.length === 0 || inputs.includes('')) return invalid('`inputs` cannot be empty');
    if (inputs.length > maxBatch) return invalid(`batch size ${inputs.length} > maximum allowed batch size ${maxBatch}`);
    const tokens = Math.max(...inputs.map((input) => input.split(/\s+/).length));
    if (tokens > maxTokens && !(cuts && body.truncate))
      return invalid(`\`inputs\` must have less than ${maxTokens} tokens. Given: ${tokens}`);
    const vectors = await model.embedPassages(inputs, new AbortController().signal);
    return json(
      response,
      200,
      vectors.map((vector) => Array.from(vector, (value) => (body.normalize === false ? 3 : 1) * value)),
    );
  };

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** The next requests meet these, one each. */
    failNext: (...some: Fault[]) => void faults.push(...some),
    abandoned: () => abandoned,
    async stop() {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(typeof body === 'string' ? body : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
