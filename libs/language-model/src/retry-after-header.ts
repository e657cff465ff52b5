import { subscribe } from 'node:diagnostics_channel';
import { randomUUID } from 'node:crypto';

interface HeadersMessage {
  readonly request: { readonly headers: unknown };
  readonly response: { readonly headers: readonly Uint8Array[] };
}

/** A request's own, so that its answer is known among others. */
const MARK = 'x-request-mark';

/**
 * Reads the `Retry-After` of answers to a client that throws headers away. Node's `fetch` tells of every answer on a channel of
 * `diagnostics_channel`; the mark that a request carries says whose it is.
 */
export class RetryAfterHeaders {
  private readonly seen = new Map<string, string>();

  constructor() {
    subscribe('undici:request:headers', (message) => this.read(message as HeadersMessage));
  }

  /** @param call makes one request with the headers it is given; `retryAfter` tells what the answer to it said so far */
  async watch<Result>(call: (headers: Record<string, string>, retryAfter: () => string | undefined) => Promise<Result>): Promise<Result> {
    const mark = randomUUID();
    this.seen.set(mark, '');
    try {
      return await call({ [MARK]: mark }, () => this.seen.get(mark) || undefined);
    } finally {
      this.seen.delete(mark);
    }
  }

  private read({ request, response }: HeadersMessage): void {
    if (this.seen.size === 0) return;
    const sent = typeof request.headers === 'string' ? request.headers : [request.headers].flat().join('\n');
    for (const mark of this.seen.keys()) if (sent.includes(mark)) this.seen.set(mark, headerOf(response.headers, 'retry-after') ?? '');
  }
}

/** Names and values take turns. */
function headerOf(headers: readonly Uint8Array[], name: string): string | undefined {
  const at = headers.findIndex((value, i) => i % 2 === 0 && Buffer.from(value).toString('latin1').toLowerCase() === name);
  return at < 0 ? undefined : Buffer.from(headers[at + 1]!).toString('latin1');
}
