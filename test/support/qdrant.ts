import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SCRIPT = join(__dirname, '../../../shared/tools/qdrant-server/start.sh');
const MISSING = missing();

/** Where there is no engine to run against, its specs say so and are skipped. */
export const describeWithQdrant: jest.Describe = MISSING && !process.env.QDRANT_URL ? describe.skip : describe;
/** What needs faults on demand and a log of requests: the test server alone has them. */
export const describeWithQdrantTestServer: jest.Describe = MISSING || process.env.QDRANT_URL ? describe.skip : describe;
if (MISSING && !process.env.QDRANT_URL) console.warn(`${MISSING}, and QDRANT_URL is not set: the specs that need Qdrant are skipped.`);

export interface LoggedRequest {
  readonly seq: number;
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body: unknown;
  /** Of the answer; null where none was sent. */
  readonly status: number | null;
}

export interface Fault {
  match: { method?: string; path_regex?: string };
  times?: number;
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  delay_ms?: number;
  drop_connection?: boolean;
  truncate_body?: boolean | number;
  /** The request takes effect first. */
  apply?: boolean;
}

export interface TestQdrant {
  readonly url: string;
  /** As the server says it: figures are to name it. */
  readonly engine: string;
  call(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The collections behind an alias, and it. */
  drop(alias: string): Promise<void>;
  fault(rule: Fault): Promise<void>;
  clearFaults(): Promise<void>;
  requests(): Promise<LoggedRequest[]>;
  stop(): Promise<void>;
}

/** The server at QDRANT_URL, or one of our own with Qdrant's engine behind it, on a free port. */
export async function startQdrant(...options: string[]): Promise<TestQdrant> {
  const { url, stop } = process.env.QDRANT_URL ? { url: process.env.QDRANT_URL, stop: async () => {} } : await launch(options);
  const call = async (method: string, path: string, body?: unknown) => {
    // a test may hold the event loop for longer than the server keeps a connection
    const headers = { 'content-type': 'application/json', 'api-key': process.env.QDRANT_API_KEY ?? '', connection: 'close' };
    const response = await fetch(url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const answer = (await response.json()) as { result?: unknown };
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer.result ?? answer;
  };
  const { title, version } = (await call('GET', '/')) as { title: string; version: string };
  return {
    url,
    engine: `${title} ${version}`,
    call,
    async drop(alias) {
      const { collections } = (await call('GET', '/collections')) as { collections: { name: string }[] };
      for (const { name } of collections) if (name.startsWith(`${alias}_v`)) await call('DELETE', `/collections/${name}`);
    },
    fault: async (rule) => void (await call('POST', '/__faults', rule)),
    clearFaults: async () => void (await call('DELETE', '/__faults')),
    requests: async () => ((await call('GET', '/__requests')) as { requests: LoggedRequest[] }).requests,
    stop,
  };
}

async function launch(options: string[]) {
  const server = spawn(SCRIPT, ['--port', '0', ...options], {
    // the engine calls fsync often
    env: { ...process.env, ...(existsSync('/dev/shm') && { TMPDIR: '/dev/shm' }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = () => void server.kill('SIGTERM');
  process.once('exit', end);
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (!url) continue;
    const stop = async () => {
      process.off('exit', end);
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill('SIGTERM');
      await exited;
    };
    return { url, stop };
  }
  throw new Error('The Qdrant test server ended before it listened.');
}

function missing(): string | undefined {
  if (!existsSync(SCRIPT)) return 'The Qdrant test server is not there';
  try {
    execFileSync('python3', ['-c', 'import sys; assert sys.version_info >= (3, 11)'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'The Qdrant test server needs Python 3.11';
  }
}
