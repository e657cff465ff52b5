import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

type Role = 'redis' | 'api' | 'worker';
const ROLES: Role[] = ['redis', 'api', 'worker'];
const START_MS = 120_000;

describe('npm start', () => {
  let dataDir: string;
  let settings: Record<string, string>;
  let started: ChildProcess[];

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'lectern-supervisor-'));
    settings = {
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
      WORKER_PORT: String(await freePort()),
      REDIS_URL: '',
      LOG_LEVEL: 'warn',
    };
    started = [];
  });

  afterEach(async () => {
    for (const child of started) if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(
    'brings back whatever dies, Redis on its old port, and leaves nothing behind when it is stopped',
    async () => {
      const supervisor = await ready(start());
      const port = running().redis.port;

      for (const role of ROLES) {
        const { pid } = running()[role];
        process.kill(pid, 'SIGKILL');
        await until(() => running()[role].pid !== pid && alive(running()[role].pid));
      }
      await until(async () => (await fetch(`http://127.0.0.1:${settings.PORT}/health/ready`).catch(() => undefined))?.status === 200);
      expect(running().redis.port).toBe(port);

      const pids = ROLES.map((role) => running()[role].pid);
      expect(await ended(supervisor.child, 'SIGINT')).toBe(0);
      expect(pids.filter(alive)).toEqual([]);
    },
    START_MS,
  );

  it(
    'takes the API, the worker and Redis along when it is killed, and starts again on the same data',
    async () => {
      const supervisor = await ready(start());
      const pids = ROLES.map((role) => running()[role].pid);

      await ended(supervisor.child, 'SIGKILL');
      await ready(start());

      expect(pids.filter(alive)).toEqual([]);
    },
    START_MS,
  );

  it(
    'refuses data that another one works on',
    async () => {
      await ready(start());

      const second = start({ PORT: '0', WORKER_PORT: '0' });

      expect(await exitCode(second.child)).toBe(1);
      expect(second.output()).toContain('already runs on');
    },
    START_MS,
  );

  it(
    'ends with the name of the setting that is wrong or whose port is taken',
    async () => {
      const occupant = createServer();
      occupant.listen(Number(settings.PORT), '127.0.0.1');
      const onTakenPort = start();
      expect(await exitCode(onTakenPort.child)).toBe(1);
      expect(onTakenPort.output()).toContain('(PORT) is taken');
      occupant.close();

      const misconfigured = start({ QUEUE_CONCURRENCY: 'many' });
      expect(await exitCode(misconfigured.child)).toBe(1);
      expect(misconfigured.output()).toContain('QUEUE_CONCURRENCY');
    },
    START_MS,
  );

  function start(more: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, ...settings, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    return { child, output: () => output };
  }

  function running(): Record<Role, { pid: number; port?: number }> {
    return JSON.parse(readFileSync(join(dataDir, 'run/lectern.json'), 'utf8'));
  }
});

async function ready<Started extends { child: ChildProcess; output: () => string }>(supervisor: Started): Promise<Started> {
  await until(() => {
    if (supervisor.child.exitCode !== null) throw new Error(`it ended: ${supervisor.output()}`);
    return supervisor.output().includes('Lectern is ready');
  });
  return supervisor;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

function ended(child: ChildProcess, signal: NodeJS.Signals) {
  child.kill(signal);
  return child.signalCode === null ? exitCode(child) : child.exitCode;
}

async function until(holds: () => boolean | Promise<boolean>) {
  while (!(await holds())) await sleep(50);
}

/** A zombie, which its new parent has not looked at yet, is not alive. */
function alive(pid: number) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(statusOf(pid));
}

function statusOf(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return 'State: Z'; // gone since
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
