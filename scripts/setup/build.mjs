import { Stamp, fingerprintOf } from './fingerprint.mjs';
import { nodePath } from './node.mjs';
import { quietly } from './processes.mjs';
import { withProgress } from './progress.mjs';

const SOURCES = ['apps', 'libs', 'eval', 'bench', 'prisma', 'nest-cli.json', 'tsconfig.json', '.swcrc', 'package-lock.json'];
const stamp = new Stamp('dist/.made-from');
const fingerprint = () => fingerprintOf(SOURCES, { except: (path) => /\.(spec|contract)\.ts$/.test(path) });

/** JavaScript from the sources, in `dist/`. */
export const buildStep = {
  isDone: () => stamp.says(fingerprint()),
  run: () =>
    withProgress('building', async () => {
      const madeFrom = fingerprint(); // what is saved while the compiler runs is built next time
      await quietly(nodePath(), ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api']);
      stamp.write(madeFrom);
    }),
};
