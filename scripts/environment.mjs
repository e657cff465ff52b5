import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The settings of this run: the environment, and below it what the file `.env` of the project says. */
export function environment() {
  const file = resolve(ROOT, '.env');
  return { ...(existsSync(file) ? assignments(readFileSync(file, 'utf8')) : {}), ...process.env };
}

/** The few settings that the scripts themselves need before anything is built; all others are read and checked by the apps. */
export function placesOf(env) {
  return {
    host: env.HOST || '127.0.0.1',
    port: Number(env.PORT || 3000),
    workerPort: Number(env.WORKER_PORT || 3001),
    dataDir: resolve(ROOT, env.DATA_DIR || './data'),
    graceMs: (Number(env.SHUTDOWN_GRACE_SECONDS) || 25) * 1000,
  };
}

/** A host that listens everywhere is reached on this machine's loopback address. */
export function urlOf(host, port) {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${reachable}:${port}`;
}

// Node 18 has no parser of its own for these files
function assignments(text) {
  const found = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name) found[name] = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value.replace(/\s+#.*$/, '');
  }
  return found;
}
