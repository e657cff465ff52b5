import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const KEPT_LINES = 12;
const UNREADABLE = /bad file format|AOF manifest|RDB preamble|RDB format|AOF .*doesn't exist|open the append.?only file/i;

// The guard ends Redis when this supervisor is killed: file descriptor 3 is a pipe that then closes. The 2 s let the API and the
// worker, which notice it too, finish first. Redis takes the place of the shell, so that it is a child of the supervisor itself.
const GUARDED = '{ read -r _ <&3; sleep 2; kill -TERM $$; } >/dev/null 2>&1 & exec "$@" 3<&-';

/**
 * The private Redis: on loopback, without a password, every write in an append-only file that is synced once a second.
 * It refuses writes when it is full (`noeviction`), as queues need it.
 */
export class RedisServer {
  #output = [];

  constructor({ program, dataDir, port }) {
    Object.assign(this, { program, port, folder: join(dataDir, 'redis') });
  }

  get url() {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** What it said last. */
  get lastWords() {
    return this.#output.join('\n');
  }

  spawn() {
    mkdirSync(this.folder, { recursive: true });
    const child = spawn('sh', ['-c', GUARDED, 'redis-guard', this.program, ...this.#arguments()], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.#output = [];
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => this.#keep(text));
    child.stdio[3].on('error', () => {}); // the guard is gone
    return child;
  }

  /** Whether it answers; while it reads its file it says LOADING, which is no yet. */
  async answers() {
    const socket = connect(this.port, '127.0.0.1');
    try {
      return await new Promise((done, fail) => {
        socket.setTimeout(1_000, () => done(false));
        socket.once('connect', () => socket.write('PING\r\n'));
        socket.once('data', (data) => done(data.toString().startsWith('+PONG'))).once('error', fail);
      });
    } catch {
      return false;
    } finally {
      socket.destroy();
    }
  }

  async ready(stillWanted) {
    while (stillWanted() && !(await this.answers())) await sleep(25);
  }

  /**
   * Puts aside an append-only file that Redis refuses to read. Nothing is lost with it: queues are rebuilt from the database.
   * @returns where it is now, or undefined where the file is not what Redis complained of
   */
  putDamagedFileAside() {
    const file = join(this.folder, 'appendonlydir');
    if (!UNREADABLE.test(this.lastWords) || !existsSync(file)) return undefined;
    const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
    renameSync(file, aside);
    return aside;
  }

  get portWasTaken() {
    return /address already in use/i.test(this.lastWords);
  }

  #arguments() {
    const settings = {
      bind: '127.0.0.1',
      port: this.port,
      dir: this.folder,
      appendonly: 'yes',
      appendfsync: 'everysec',
      'aof-load-truncated': 'yes',
      save: '',
      'maxmemory-policy': 'noeviction',
      daemonize: 'no',
      // Valkey's processes carry the name that operators look for
      ...(basename(this.program) === 'redis-server' ? {} : { 'proc-title-template': 'redis-server {listen-addr}' }),
    };
    return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  }

  #keep(text) {
    this.#output = [...this.#output, ...text.split('\n').filter(Boolean)].slice(-KEPT_LINES);
  }
}
