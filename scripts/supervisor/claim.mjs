import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.mjs';
import { withLock } from '../setup/lock.mjs';
import { identityOf, runs } from '../setup/process-identity.mjs';

const GRACE_MS = 8_000;

/**
 * Takes the data folder for this supervisor. What a killed one left running on it is ended first: two Redis servers on one
 * append-only file would ruin it.
 * @throws Failure where another supervisor works on this data
 */
export function claim(runFile, dataDir) {
  return withLock(runFile.lock, async () => {
    const { supervisor, redis, api, worker } = runFile.read();
    if (runs(supervisor)) {
      throw new Failure(
        `Lectern already runs on ${dataDir} (process ${supervisor.pid}).\nStop it first, or start a second one with a DATA_DIR, PORT and WORKER_PORT of its own.`,
      );
    }
    await endAll([api, worker].filter(runs));
    await endAll([redis].filter(runs));
    runFile.clear();
    runFile.note({ supervisor: identityOf(process.pid) });
  });
}

async function endAll(identities) {
  for (const { pid } of identities) process.stderr.write(`  ending process ${pid}, left over from a run that was killed\n`);
  for (const identity of identities) send(identity, 'SIGTERM');
  for (const until = performance.now() + GRACE_MS; identities.some(runs); await sleep(50)) {
    if (performance.now() > until) for (const identity of identities) send(identity, 'SIGKILL');
  }
}

function send(identity, signal) {
  try {
    if (runs(identity)) process.kill(identity.pid, signal);
  } catch {
    // gone meanwhile
  }
}
