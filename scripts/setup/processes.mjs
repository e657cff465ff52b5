import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { constants as os } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT } from '../environment.mjs';
import { Failure } from '../failure.mjs';

const KEPT_CHARACTERS = 4000;

/**
 * Runs a program and keeps its output to itself.
 * @returns its output
 * @throws Failure with the end of the output, when it could not start or ended with another code than 0
 */
export function quietly(program, args, { env = process.env, cwd = ROOT } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = () => child.kill();
    process.once('exit', end);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    const shown = [program, ...args].join(' ');
    child.once('error', (error) => fail(new Failure(`${shown} could not be started: ${error.message}`)));
    child.once('close', (code, signal) => {
      process.off('exit', end);
      if (code === 0) done(output);
      else fail(new Failure(`${shown.slice(0, 300)}\nended with ${signal ?? code}:\n${output.slice(-KEPT_CHARACTERS).trim()}`));
    });
  });
}

/** Runs a program in the foreground, with this terminal and these signals as its own; answers its exit code. */
export function inForeground(program, args, { env = process.env, cwd = ROOT } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.once('error', (error) => fail(new Failure(`${program} could not be started: ${error.message}`)));
    child.once('exit', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, forward);
      done(code ?? 128 + os.signals[signal]);
    });
  });
}

/** Where a program is found: on PATH, then in `alsoIn`. */
export function which(name, { path = process.env.PATH ?? '', alsoIn = [] } = {}) {
  return [...path.split(delimiter), ...alsoIn].map((folder) => join(folder || '.', name)).find(executable);
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** An environment in which `node` means the given one. */
export function withNodeOnPath(node, env) {
  return { ...env, PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` };
}
