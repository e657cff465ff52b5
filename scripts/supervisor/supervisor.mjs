import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, urlOf } from '../environment.mjs';
import { Failure } from '../failure.mjs';
import { identityOf } from '../setup/process-identity.mjs';
import { answersReady } from './answers-ready.mjs';
import { KeptAlive } from './kept-alive.mjs';
import { showReadably } from './log-lines.mjs';
import { freeLoopbackPort } from './ports.mjs';
import { RedisServer } from './redis-server.mjs';

// the apps cut themselves off after SHUTDOWN_GRACE_SECONDS; this is for one that does not
const PATIENCE_MS = 3_000;
const REDIS_GRACE_MS = 5_000;
const POLL_MS = 50;
const SAY_WAITING_MS = 20_000;

/**
 * V8 has four helpers of its own, for collecting garbage above all: on two cores they kept an event loop waiting for 15 ms at
 * a time, where one helper less than there are cores leaves it at 6.
 */
const FLAGS = [`--v8-pool-size=${Math.max(1, Math.min(4, availableParallelism() - 1))}`];
// the worker makes much short-lived garbage (text, vectors): a small young generation and few malloc arenas keep it 120 MB smaller at the same speed
const WORKER_FLAGS = ['--max-semi-space-size=4'];
const WORKER_ENV = { MALLOC_ARENA_MAX: '2' };

/**
 * Runs Redis (unless REDIS_URL names one), the API and the worker, and keeps them running until it is stopped.
 * The API and the worker stop by themselves when their IPC channel closes, so that they do not outlive a killed supervisor.
 */
export class Supervisor {
  #kept = {};
  #given;
  #stopping;

  /** @param options.failed told the Failure that ends the start: a process that cannot boot */
  constructor({ env, places, programs, runFile, say, failed }) {
    Object.assign(this, { env, places, programs, runFile, say, failed });
  }

  /** Settles when the API and the worker are ready. */
  async start() {
    if (!this.env.REDIS_URL) await this.#startRedis();
    if (this.#stopping) return;
    for (const name of ['api', 'worker']) this.#keep(name, () => this.#spawnApp(name));
    const { host, port, workerPort } = this.places;
    await Promise.all([this.#ready('api', urlOf(host, port)), this.#ready('worker', urlOf(host, workerPort))]);
  }

  /** Ends the API, then the worker, then Redis; a second call ends them at once. */
  stop() {
    if (this.#stopping) for (const kept of Object.values(this.#kept)) kept.kill();
    return (this.#stopping ??= this.#stopInOrder());
  }

  async #stopInOrder() {
    const { api, worker, redis } = this.#kept;
    const graceMs = this.places.graceMs + PATIENCE_MS;
    const apiEnds = api?.stop(graceMs);
    // an API that still answers its last requests does not need the worker for them
    await Promise.race([apiEnds, sleep(1_000, undefined, { ref: false })]);
    await Promise.all([apiEnds, worker?.stop(graceMs)]);
    await redis?.stop(REDIS_GRACE_MS);
    this.runFile.clear();
  }

  async #startRedis() {
    const server = new RedisServer({ program: this.programs.redis, dataDir: this.places.dataDir, port: await freeLoopbackPort() });
    this.#keep('redis', () => server.spawn(), {
      port: () => server.port,
      // its port may have been taken between the look and the start, and a power cut may have damaged its file
      failedToBoot: async () => {
        if (server.portWasTaken) server.port = await freeLoopbackPort();
        const aside = server.putDamagedFileAside();
        if (aside) this.say(`Redis could not read its file; it was put aside (${aside}), the queues are rebuilt from the database`);
        return server.portWasTaken || aside ? undefined : `Redis could not start:\n${server.lastWords}`;
      },
    });
    await server.ready(() => !this.#stopping);
    this.#kept.redis.wasReady = true;
    this.#given = server.url;
  }

  #spawnApp(name) {
    const [flags, settings] = name === 'worker' ? [[...FLAGS, ...WORKER_FLAGS], WORKER_ENV] : [FLAGS, {}];
    const env = { ...settings, ...this.env, ...(this.#given && { REDIS_URL: this.#given }) };
    // elsewhere than on a terminal the log lines go out as they are, without a detour
    const terminal = process.stdout.isTTY;
    const stdio = terminal ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'];
    const child = spawn(this.programs.node, [...flags, `dist/apps/${name}/src/main.js`], { cwd: ROOT, env, stdio, detached: true });
    if (terminal) showReadably(name, child);
    return child;
  }

  #keep(name, spawnIt, { port, failedToBoot = () => `the ${name} could not start; what it said is above` } = {}) {
    const kept = new KeptAlive(name, {
      spawn: spawnIt,
      onSpawn: ({ pid }) => this.runFile.note({ [name]: { ...identityOf(pid), port: port?.() } }),
      onExit: async ({ code, signal }, delayMs) => {
        if (!kept.wasReady && !signal) {
          const reason = await failedToBoot();
          if (reason) {
            this.failed(new Failure(reason));
            return false;
          }
        }
        this.say(`${name} ended (${signal ?? `exit code ${code}`}), starting it again${delayMs > 0 ? ` in ${delayMs / 1000} s` : ''}`);
        return true;
      },
    });
    this.#kept[name] = kept;
    kept.start();
  }

  async #ready(name, url) {
    const started = performance.now();
    for (let said = 0; !this.#stopping && !(await answersReady(url)); await sleep(POLL_MS)) {
      const waitedMs = performance.now() - started;
      if (waitedMs < (said + 1) * SAY_WAITING_MS) continue;
      said++;
      this.say(`the ${name} is not ready after ${Math.round(waitedMs / 1000)} s; ${url}/health/ready says why`);
    }
    this.#kept[name].wasReady = true;
  }
}
