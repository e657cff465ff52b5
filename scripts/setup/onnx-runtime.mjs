import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT, environment } from '../environment.mjs';
import { nodePath } from './node.mjs';
import { npm } from './npm.mjs';
import { withProgress } from './progress.mjs';

// outside node_modules: only who chooses EMBEDDING_PROVIDER=onnx waits for it, and `npm ci` would delete it
const HOME = resolve(ROOT, '.runtime/onnxruntime');
const PACKAGE = 'node_modules/onnxruntime-node';

/** What runs local embedding models, in the version that the code is compiled against. */
export const onnxRuntimeStep = {
  isDone: () => installedVersion() === wantedVersion(),
  run: () => withProgress(`installing onnxruntime-node ${wantedVersion()} (114 MB to fetch)`, bringRuntime),
};

export const onnxIsChosen = () => environment().EMBEDDING_PROVIDER === 'onnx';

/** Whether there is a model that tests and evaluations can use. */
export const onnxModelIsHere = () => existsSync(environment().ONNX_MODEL_DIR || resolve(ROOT, '../shared/models/all-MiniLM-L6-v2'));

const wantedVersion = () => manifestOf('package.json').devDependencies['onnxruntime-common'];
const installedVersion = () => existsSync(join(HOME, PACKAGE)) && manifestOf(join(HOME, PACKAGE, 'package.json')).version;
const manifestOf = (path) => JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'));

/** Renamed when whole, so that an interrupted download is never taken for a runtime. */
async function bringRuntime() {
  const making = `${HOME}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), '{ "private": true }\n'); // without it npm would install into the project above
  // its install script fetches libraries for GPUs, which a closed network cannot and a CPU need not have: npm() runs none
  await npm(['install', '--no-save', '--no-package-lock', `onnxruntime-node@${wantedVersion()}`], { node: nodePath(), cwd: making });
  removeOtherPlatforms(join(making, PACKAGE, 'bin/napi-v6'));
  rmSync(HOME, { recursive: true, force: true });
  renameSync(making, HOME);
}

/** Its package holds the libraries of five platforms: 240 MB of 290. */
function removeOtherPlatforms(libraries) {
  for (const platform of readdirSync(libraries))
    for (const arch of readdirSync(join(libraries, platform)))
      if (platform !== process.platform || arch !== process.arch) rmSync(join(libraries, platform, arch), { recursive: true });
}
