import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process began, as text that no other process shares with its pid: a pid alone is used again, and after a restart of a
 * container the same pids come in the same order.
 * @returns undefined where no such process runs
 */
export function startOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // field 3 (state) and those after it: proc(5)
    return fields[0] === 'Z' ? undefined : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

export const identityOf = (pid) => ({ pid, started: startOf(pid) });

/** Whether the very process that `identity` names still runs. */
export const runs = (identity) => identity?.started !== undefined && startOf(identity.pid) === identity.started;
