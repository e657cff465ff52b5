import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, runs } from './process-identity.mjs';

const POLL_MS = 200;

/** Does `work` while no other process does its own under the same lock file. A lock whose holder has died is taken over. */
export async function withLock(file, work, { onWait = () => {} } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(identityOf(process.pid)));
  const release = () => rmSync(file, { force: true });
  try {
    for (let waits = 0; !taken(mine, file); waits++) {
      const holder = holderOf(file);
      if (holder && !runs(holder)) removeLeftBehind(file, holder, mine);
      else {
        if (waits === 0) onWait(holder?.pid);
        await sleep(POLL_MS);
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** A link appears with its content in one step, and only one process can make it. */
function taken(mine, file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // given back meanwhile
  }
}

/** Two may see the same dead holder at once; the one that moves the other's new lock away gives it back. */
function removeLeftBehind(file, holder, mine) {
  const aside = `${mine}.aside`;
  try {
    renameSync(file, aside);
    const moved = holderOf(aside);
    if (moved?.pid !== holder.pid || moved.started !== holder.started) linkSync(aside, file);
  } catch {
    // somebody else was quicker
  }
  rmSync(aside, { force: true });
}
