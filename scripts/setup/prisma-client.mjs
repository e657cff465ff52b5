import { Stamp, fingerprintOf } from './fingerprint.mjs';
import { nodePath } from './node.mjs';
import { quietly } from './processes.mjs';
import { withProgress } from './progress.mjs';

export const GENERATED = 'libs/platform/src/database/generated';
const stamp = new Stamp(`${GENERATED}/.made-from`);
const fingerprint = () =>
  fingerprintOf(['prisma', 'prisma.config.ts', 'package-lock.json'], { except: (path) => path === 'prisma/migrations' });

/** The database client, generated from the schema. */
export const prismaClientStep = {
  isDone: () => stamp.says(fingerprint()),
  run: () =>
    withProgress('generating the database client', async () => {
      // Prisma would download an engine that the client does not need; any program in its place keeps it from that
      const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: nodePath(), PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
      await quietly(nodePath(), ['node_modules/prisma/build/index.js', 'generate'], { env });
      stamp.write(fingerprint());
    }),
};
