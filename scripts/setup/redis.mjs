import { Failure } from '../failure.mjs';
import { quietly, which } from './processes.mjs';
import { withProgress } from './progress.mjs';

const ALSO_IN = ['/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin', '/home/linuxbrew/.linuxbrew/bin'];
const SERVERS = ['redis-server', 'valkey-server'];

export const redisPath = () => SERVERS.map((name) => which(name, { alsoIn: ALSO_IN })).find(Boolean);

/** A Redis server program: one of this machine, else from the system's packages, where this user may install them. */
export const redisStep = {
  isDone: () => redisPath() !== undefined,
  async run() {
    const way = await installer();
    if (!way) throw missing();
    await withProgress(`installing Redis (${way.name})`, () => quietly(way.program, way.args)).catch((error) => {
      throw missing(error.message);
    });
    if (!redisPath()) throw missing(`${way.name} ran, and there is still no ${SERVERS.join(' or ')}.`);
  },
};

// the packages start a Redis of their own on port 6379; `policy-rc.d` (Debian) keeps them from it while they are installed
const APT = `set -e
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT INT TERM
  printf '#!/bin/sh\\nexit 101\\n' >"$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get -q update || true
apt-get -q -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 --no-install-recommends install redis-server`;

const SYSTEM_PACKAGES = [
  { tool: 'apt-get', script: APT, byHand: 'sudo apt-get update && sudo apt-get install -y redis-server' },
  { tool: 'dnf', script: 'dnf -y -q install redis || dnf -y -q install valkey', byHand: 'sudo dnf install -y redis' },
  { tool: 'apk', script: 'apk add --quiet redis', byHand: 'sudo apk add redis' },
];

/** How Redis can be installed here without a question, or undefined. */
export async function installer({ has = which, root = process.getuid?.() === 0, sudo = sudoWithoutPassword } = {}) {
  const system = SYSTEM_PACKAGES.find(({ tool }) => has(tool));
  if (system && root) return { name: system.tool, program: 'sh', args: ['-c', system.script] };
  if (system && has('sudo') && (await sudo()))
    return { name: `sudo ${system.tool}`, program: 'sudo', args: ['-n', 'sh', '-c', system.script] };
  if (has('brew')) return { name: 'brew', program: 'brew', args: ['install', '--quiet', 'redis'] };
  return undefined;
}

const sudoWithoutPassword = () =>
  quietly('sudo', ['-n', 'true']).then(
    () => true,
    () => false,
  );

function missing(reason) {
  const byHand =
    SYSTEM_PACKAGES.find(({ tool }) => which(tool))?.byHand ??
    (process.platform === 'darwin' ? 'brew install redis' : 'see https://redis.io/docs/latest/operate/oss_and_stack/install/');
  return new Failure(
    `Redis is needed (queues and caches), and is not on this machine.${reason ? `\n${reason}\n` : ''}
Install it, then start again:
    ${byHand}
or run it in a container and say where it is:
    docker run -d --name lectern-redis -p 127.0.0.1:6379:6379 redis:7-alpine redis-server --appendonly yes
    REDIS_URL=redis://127.0.0.1:6379 npm start`,
  );
}
