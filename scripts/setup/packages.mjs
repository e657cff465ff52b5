import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from '../environment.mjs';
import { nodePath } from './node.mjs';
import { npm } from './npm.mjs';
import { withProgress } from './progress.mjs';

/** The dependencies exactly as package-lock.json names them. */
export const packagesStep = {
  isDone: everythingIsInstalled,
  run: () =>
    withProgress('installing packages (npm ci)', async () => {
      // the build needs the development packages, whatever NODE_ENV says
      await npm(['ci', '--include=dev'], { node: nodePath(), cwd: ROOT });
    }),
};

/**
 * npm writes what it has installed, as its last act, into a lock file of the same form inside node_modules. Optional packages may
 * be missing there: they are for other platforms.
 */
function everythingIsInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, integrity, optional }]) =>
      path === '' || (installed[path] ? installed[path].version === version && installed[path].integrity === integrity : optional),
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(resolve(ROOT, lockFile), 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
