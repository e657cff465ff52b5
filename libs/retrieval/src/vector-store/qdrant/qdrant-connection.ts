import { setTimeout as sleep } from 'node:timers/promises';
import { QdrantClient } from '@qdrant/js-client-rest';
import { Agent } from 'undici';
import { faultOf, QdrantFault } from './qdrant-fault';
import { renameRetryAfter } from './qdrant-retry-after';

export type QdrantApi = ReturnType<QdrantClient['api']>;

/** What every call of the API answers with; a body that cannot be read is a string. */
export interface Answer<Result> {
  readonly data: { readonly result?: Result } | string;
}

/** For one attempt, here and, as `timeout` in whole seconds, on the server. */
export const READ_SECONDS = 10;
export const WRITE_SECONDS = 30;

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 50;
/** A server that asks for more patience than this gets it from whoever called. */
const LONGEST_PAUSE_MS = 2_000;
/** Less than the 5 s after which the server closes a connection that is not used: a request on one that is closing would be lost. */
const KEEP_ALIVE_MS = 4_000;
const CONNECTIONS = 25;

/** Requests to one server, each with a deadline and a few attempts: all that the adapter sends may be sent twice. */
export class QdrantConnection {
  private readonly api: QdrantApi;
  private readonly agent = new Agent({ keepAliveTimeout: KEEP_ALIVE_MS, connections: CONNECTIONS, headersTimeout: 0, bodyTimeout: 0 });
  /** In place of the SDK's own agent, which cannot be closed. */
  private readonly dispatcher = this.agent.compose(renameRetryAfter) as Agent;

  constructor(url: string, apiKey: string | undefined) {
    this.api = new QdrantClient({
      ...addressOf(url),
      // as a header: given as `apiKey`, the SDK writes to the console where the URL is http
      headers: apiKey === undefined ? {} : { 'api-key': apiKey },
      // the SDK's own timeout would replace the signal of a call
      timeout: Infinity,
      checkCompatibility: false,
    }).api();
  }

  /**
   * @param send one request; called again where another attempt may help
   * @throws QdrantFault, or the signal's reason
   */
  async call<Result>(
    send: (api: QdrantApi, init: RequestInit) => Promise<Answer<Result>>,
    signal: AbortSignal,
    seconds = READ_SECONDS,
  ): Promise<NonNullable<Result>> {
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      const deadline = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
      try {
        return resultOf(await send(this.api, { signal: deadline, dispatcher: this.dispatcher }));
      } catch (error) {
        signal.throwIfAborted();
        const fault = faultOf(error);
        const pauseMs = pauseAfter(fault, attempt);
        if (pauseMs === undefined) throw fault;
        await sleep(pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  }

  /** Calls still running are rejected. */
  async close(): Promise<void> {
    await this.agent.destroy();
  }
}

/** The SDK drops the path of a URL, and puts port 6333 where none is written: a URL means what it says. */
export function addressOf(url: string): { url: string; port: number | null; prefix: string } {
  const { protocol, host, port, pathname } = new URL(url);
  return { url: `${protocol}//${host}`, port: port === '' ? null : Number(port), prefix: pathname.replace(/\/+$/, '') };
}

/** With `wait`, a write that was not done in time is answered with 200 and this status. */
function resultOf<Result>({ data }: Answer<Result>): NonNullable<Result> {
  const result = typeof data === 'string' ? undefined : data.result;
  if (result === undefined || result === null) throw new QdrantFault(undefined, 'Qdrant answered without a result');
  if ((result as { status?: unknown }).status === 'wait_timeout') throw new QdrantFault(408, 'Qdrant did not finish a write in time');
  return result;
}

function pauseAfter({ transient, retryAfterSeconds }: QdrantFault, attempt: number): number | undefined {
  if (!transient || attempt >= ATTEMPTS) return undefined;
  if (retryAfterSeconds !== undefined && retryAfterSeconds * 1000 > LONGEST_PAUSE_MS) return undefined;
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000;
  // with jitter, so that those who failed together do not come back together
  return FIRST_PAUSE_MS * 4 ** (attempt - 1) * (0.5 + Math.random());
}
