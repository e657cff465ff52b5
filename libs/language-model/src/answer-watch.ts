import { subscribe } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';
import { MOST_ANSWER_BYTES } from './most-answer-bytes';

interface HeadersMessage {
  readonly request: { readonly headers: unknown };
  readonly response: { readonly headers: readonly Uint8Array[] };
}

interface ChunkMessage {
  readonly request: object;
  readonly chunk: Uint8Array;
}

/** A request's own, so that its answer is known among others. */
const MARK = 'x-request-mark';

/** One request, and what is known of the answer to it. */
export class WatchedRequest {
  /** What it must send along: nothing packed comes back, since what is unpacked is not seen here. */
  readonly headers: Readonly<Record<string, string>>;
  /** Ends it, for its caller's reason or because its answer is too much. */
  readonly signal: AbortSignal;
  /** The header of the answer, as far as there is one. */
  retryAfter: string | undefined;
  /** Why the answer is not read any further. */
  excess: string | undefined;
  private bytes = 0;
  private readonly over = new AbortController();

  constructor(mark: string, signal: AbortSignal) {
    this.headers = { [MARK]: mark, 'accept-encoding': 'identity' };
    this.signal = AbortSignal.any([signal, this.over.signal]);
  }

  readHeaders(headers: HeadersMessage['response']['headers']): void {
    this.retryAfter = headerOf(headers, 'retry-after');
    if ((headerOf(headers, 'content-encoding') ?? 'identity') !== 'identity') this.end('a packed answer, which was not asked for');
  }

  count(bytes: number): void {
    this.bytes += bytes;
    if (this.bytes > MOST_ANSWER_BYTES) this.end(`an answer of more than ${MOST_ANSWER_BYTES} bytes`);
  }

  private end(excess: string): void {
    this.excess ??= excess;
    this.over.abort();
  }
}

/**
 * Sees the answers to a client that throws headers away and reads whatever comes to its end. Node's `fetch` tells of every answer
 * on channels of `diagnostics_channel`; the mark that a request carries says whose it is.
 */
export class AnswerWatch {
  private readonly byMark = new Map<string, WatchedRequest>();
  private readonly byRequest = new WeakMap<object, WatchedRequest>();

  constructor() {
    subscribe('undici:request:headers', (message) => this.onHeaders(message as HeadersMessage));
    subscribe('undici:request:bodyChunkReceived', (message) => {
      const { request, chunk } = message as ChunkMessage;
      this.byRequest.get(request)?.count(chunk.byteLength);
    });
  }

  /** @param call makes one request, with the headers and the signal that it is given */
  async watch<Result>(signal: AbortSignal, call: (request: WatchedRequest) => Promise<Result>): Promise<Result> {
    const mark = randomUUID();
    const watched = new WatchedRequest(mark, signal);
    this.byMark.set(mark, watched);
    try {
      return await call(watched);
    } finally {
      this.byMark.delete(mark);
    }
  }

  private onHeaders({ request, response }: HeadersMessage): void {
    if (this.byMark.size === 0) return;
    const sent = typeof request.headers === 'string' ? request.headers : [request.headers].flat().join('\n');
    for (const [mark, watched] of this.byMark) {
      if (!sent.includes(mark)) continue;
      this.byRequest.set(request, watched);
      watched.readHeaders(response.headers);
    }
  }
}

/** Names and values take turns. */
function headerOf(headers: readonly Uint8Array[], name: string): string | undefined {
  const at = headers.findIndex((value, i) => i % 2 === 0 && Buffer.from(value).toString('latin1').toLowerCase() === name);
  return at < 0 ? undefined : Buffer.from(headers[at + 1]!).toString('latin1');
}
