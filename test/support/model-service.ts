import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { scriptedAnswer } from './scripted-model';

export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Record<string, unknown>;
  /** What the user part of the prompt says. */
  readonly prompt: string;
}

/** Answers instead of the service: once, for the next request. */
export type ModelFault = (response: ServerResponse, request: ModelRequest) => unknown;

interface Format {
  promptOf(body: Record<string, unknown>): string;
  /** A whole answer of the service around the model's words. */
  answer(text: string): object;
  error(status: number, message: string, details?: object[]): object;
}

/** https://ai.google.dev/api/generate-content */
const GEMINI: Format = {
  promptOf: (body) => (body as { contents: { parts: { text: string }[] }[] }).contents.at(-1)!.parts[0]!.text,
  answer: (text) => ({
    candidates: [{ content: { parts: [{ text }], role: 'model' }, finishReason: 'STOP', index: 0 }],
    usageMetadata: { promptTokenCount: 900, candidatesTokenCount: 300, totalTokenCount: 1200 },
    modelVersion: 'scripted',
  }),
  error: (code, message, details = []) => ({ error: { code, message, status: 'SCRIPTED', details } }),
};

/** https://docs.together.ai/reference/chat-completions, as OpenAI's. */
const OPENAI: Format = {
  promptOf: (body) => (body as { messages: { role: string; content: string }[] }).messages.at(-1)!.content,
  answer: (content) => ({
    id: 'scripted',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 900, completion_tokens: 300, total_tokens: 1200 },
  }),
  error: (code, message) => ({ error: { message, type: 'scripted', param: null, code } }),
};

interface ServiceOptions {
  latencyMs?: number;
  /** Of every answer; the scripted one by default. */
  say?: (prompt: string) => string | Promise<string>;
}

/** A local server that speaks a provider's wire format, with faults on demand and a log of requests. */
async function startModelService(format: Format, { latencyMs = 0, say = scriptedAnswer }: ServiceOptions) {
  const received: ModelRequest[] = [];
  const faults: ModelFault[] = [];
  let lasting: ModelFault | undefined;
  let [abandoned, running, atOnce] = [0, 0, 0];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    atOnce = Math.max(atOnce, ++running);
    response.on('close', () => {
      running--;
      abandoned += response.writableFinished ? 0 : 1;
    });
    let text = '';
    for await (const part of request) text += String(part);
    const body = JSON.parse(text) as Record<string, unknown>;
    const one = { path: request.url!, headers: request.headers, body, prompt: format.promptOf(body) };
    received.push(one);
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    const fault = faults.shift() ?? lasting;
    if (fault) return fault(response, one);
    return json(response, 200, format.answer(await say(one.prompt)));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    format,
    received,
    /** The next requests meet these, one each. */
    failNext: (...some: ModelFault[]) => void faults.push(...some),
    /** All requests meet this, from now on; none without it. */
    failAlways: (fault?: ModelFault) => void (lasting = fault),
    abandoned: () => abandoned,
    mostAtOnce: () => atOnce,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type ModelService = Awaited<ReturnType<typeof startModelService>>;

export const startGemini = (options: ServiceOptions = {}) => startModelService(GEMINI, options);
export const startTogether = (options: ServiceOptions = {}) => startModelService(OPENAI, options);

export function json(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Sends as fast as it can be read, and never ends; it must be the other side that closes. */
export function endless(status = 200): ModelFault {
  const part = Buffer.alloc(2 ** 16, 'x');
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).write('{"questions": "');
    const send = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', send);
    send();
  };
}
