import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './api';
import { startRedis, type TestRedis } from './redis';

const ROOT = join(__dirname, '../..');
type App = 'api' | 'worker';

export interface TestFile {
  name: string;
  content: string | Uint8Array<ArrayBuffer>;
}

/** The built API and worker as processes of their own, over a real Redis and a data folder of their own. */
export class Lectern {
  private readonly processes = new Map<App, ChildProcess>();

  private constructor(
    readonly redis: TestRedis,
    readonly dataDir: string,
    private readonly environment: Record<string, string>,
    readonly url: string,
    private readonly workerUrl: string,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Lectern> {
    const redis = await startRedis();
    const dataDir = mkdtempSync(join(tmpdir(), 'lectern-e2e-'));
    const [port, workerPort] = [await freePort(), await freePort()];
    const environment = {
      PATH: process.env.PATH ?? '', NODE_ENV: 'test', DATA_DIR: dataDir, REDIS_URL: redis.url, PORT: String(port), WORKER_PORT: String(workerPort),
      LOG_LEVEL: 'warn', RATE_LIMIT_PER_MINUTE: '0', RATE_LIMIT_IP_PER_MINUTE: '0', RECONCILE_INTERVAL_SECONDS: '2', ...settings,
    }; // prettier-ignore
    const lectern = new Lectern(redis, dataDir, environment, `http://127.0.0.1:${port}`, `http://127.0.0.1:${workerPort}`);
    await Promise.all([lectern.launch('api'), lectern.launch('worker')]);
    return lectern;
  }

  /** Starts one of the apps and waits until it is ready. */
  async launch(app: App): Promise<void> {
    const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
      cwd: ROOT,
      env: this.environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.processes.set(app, child);
    process.once('exit', () => child.kill('SIGKILL'));
    const url = app === 'api' ? this.url : this.workerUrl;
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the ${app} ended with ${child.exitCode}`);
      const ready = await fetch(`${url}/health/ready`).catch(() => undefined);
      if (ready?.status === 200) return;
      await sleep(50);
    }
  }

  /** @returns the exit code, or the signal that ended it */
  async end(app: App, signal: NodeJS.Signals): Promise<number | string | null> {
    const child = this.processes.get(app)!;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode ?? child.signalCode;
  }

  signal(app: App, signal: NodeJS.Signals): void {
    this.processes.get(app)!.kill(signal);
  }

  async learner(): Promise<Learner> {
    const { json } = await call(this.url, 'POST', '/api/sessions');
    return new Learner(this.url, json.token as string, json.tenant_id as string);
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.processes]
        .filter(([, child]) => child.exitCode === null && child.signalCode === null)
        .map(([app]) => this.end(app, 'SIGKILL')),
    );
    await this.redis.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** One tenant's view of the API. */
export class Learner {
  constructor(
    private readonly url: string,
    readonly token: string,
    readonly tenant: string,
  ) {}

  request(
    method: string,
    path: string,
    options: { json?: unknown; body?: FormData | string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    return call(this.url, method, path, { ...options, headers: { authorization: `Bearer ${this.token}`, ...options.headers } });
  }

  get(path: string) {
    return this.request('GET', path);
  }

  upload(file: TestFile | readonly TestFile[], headers: Record<string, string> = {}): Promise<Answer> {
    const form = new FormData();
    for (const { name, content } of [file].flat()) form.append('file', new Blob([content]), name);
    return this.request('POST', '/api/documents', { body: form, headers });
  }

  /** The document, once it is `ready` or `failed`. */
  async settled(id: string): Promise<Answer['json']> {
    for (;;) {
      const { json } = await this.get(`/api/documents/${id}`);
      if (json?.status === 'ready' || json?.status === 'failed') return json;
      await sleep(100);
    }
  }

  async add(file: TestFile): Promise<Answer['json']> {
    return this.settled((await this.upload(file)).json.id as string);
  }

  ask(json: object, headers: Record<string, string> = {}) {
    return this.request('POST', '/api/chat/generate-questions', { json, headers });
  }

  search(json: object) {
    return this.request('POST', '/api/search', { json });
  }

  delete(id: string) {
    return this.request('DELETE', `/api/documents/${id}`);
  }
}

/** A document of the samples that ship with the project. */
export const sample = (name: string): TestFile => ({ name, content: new Uint8Array(readFileSync(join(ROOT, 'samples', name))) });

async function call(
  url: string,
  method: string,
  path: string,
  { json, body, headers }: { json?: unknown; body?: FormData | string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
    body: json === undefined ? body : JSON.stringify(json),
  });
  const text = await response.text();
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    // not JSON
  }
  return { status: response.status, headers: response.headers, text, json: parsed };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
