import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../environment.mjs';
import { Failure } from '../failure.mjs';
import { answersReady } from '../supervisor/answers-ready.mjs';

const KEPT_CHARACTERS = 3000;

/**
 * Starts the system as `npm start` does, but silently; set-up still says what it does. It ends with this process.
 * @returns a function that stops it and waits for its end
 */
export async function startOwnSystem(url) {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-KEPT_CHARACTERS)));
  const ended = once(child, 'exit');
  while (child.exitCode === null && !(await answersReady(url))) await sleep(100);
  if (child.exitCode !== null) throw new Failure(`Lectern could not be started.\n${output}`);
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}
