import { setTimeout as sleep } from 'node:timers/promises';

const DELAYS_MS = [0, 1_000, 2_000, 5_000, 10_000];
const STEADY_MS = 60_000;

/**
 * One process that is started again whenever it ends unasked: at once first, then later and later, and at once again after it
 * has lived for a minute. It leads a process group of its own, and what is left of the group goes with it.
 */
export class KeptAlive {
  #child;
  #stopping = false;
  #failures = 0;
  #timer;

  /**
   * @param name for people
   * @param options.spawn starts the process, `detached`
   * @param options.onSpawn told each new child
   * @param options.onExit told of an end that nobody asked for, `({ code, signal }, delayMs)`; answers whether to start it again
   */
  constructor(name, { spawn, onSpawn, onExit }) {
    Object.assign(this, { name, spawn, onSpawn, onExit });
  }

  get pid() {
    return this.#child?.pid;
  }

  start() {
    const started = performance.now();
    const child = this.spawn();
    this.#child = child;
    this.onSpawn(child);
    child.on('error', () => {}); // `ended` tells
    this.ended = new Promise((done) =>
      child.once('exit', (code, signal) => done({ code, signal })).once('error', (error) => done({ code: error.code })),
    );
    this.ended.then((how) => {
      endGroup(child.pid);
      this.#child = undefined;
      if (!this.#stopping) this.#again(how, performance.now() - started);
    });
  }

  async #again(how, livedMs) {
    if (livedMs > STEADY_MS) this.#failures = 0;
    const delayMs = DELAYS_MS[Math.min(this.#failures++, DELAYS_MS.length - 1)];
    if (!(await this.onExit(how, delayMs)) || this.#stopping) return;
    this.#timer = setTimeout(() => this.start(), delayMs);
  }

  /** Asks it to end, and ends it after `graceMs`. */
  async stop(graceMs) {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child?.pid) return;
    child.kill('SIGTERM');
    const patience = new AbortController();
    const late = sleep(graceMs, undefined, { signal: patience.signal }).then(
      () => endGroup(child.pid),
      () => {},
    );
    await this.ended;
    patience.abort();
    await late;
  }

  /** Ends it without waiting. */
  kill() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    if (this.#child) endGroup(this.#child.pid);
  }
}

function endGroup(pid) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // nobody left in it
  }
}
