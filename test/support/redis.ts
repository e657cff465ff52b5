import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** Where the real server is missing, its specs say so and are skipped: `describeWithRedis(...)`. */
const BINARY = ['redis-server', 'valkey-server'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

export const describeWithRedis: jest.Describe = BINARY ? describe : describe.skip;
if (!BINARY) console.warn('Neither redis-server nor valkey-server is installed: the specs that need one are skipped.');

export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Stops answering without closing a connection, as a server that hangs. */
  pause(): void;
  resume(): void;
  /** Gone at once, with what it held. */
  kill(): Promise<void>;
  /** Comes back on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A real server of its own on a free loopback port. */
export async function startRedis(): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-redis-'));
  const port = await freePort();
  let server = await launch(port, directory);
  const end = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill('SIGKILL');
    await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    kill: end,
    restart: async () => {
      server = await launch(port, directory);
    },
    stop: async () => {
      await end();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, directory: string): Promise<ChildProcess> {
  const server = spawn(BINARY!, ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  process.once('exit', () => server.kill('SIGKILL'));
  const client = new Redis(port, '127.0.0.1', { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 });
  client.on('error', () => {});
  for (let attempt = 0; attempt < 200; attempt++) {
    const up = await client
      .connect()
      .then(() => client.ping())
      .catch(() => undefined);
    if (up) break;
    await sleep(25);
  }
  client.disconnect();
  return server;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
