import { resolve } from 'node:path';
import { ROOT } from '../environment.mjs';
import { buildStep } from './build.mjs';
import { withLock } from './lock.mjs';
import { nodePath, nodeStep } from './node.mjs';
import { onnxIsChosen, onnxRuntimeStep } from './onnx-runtime.mjs';
import { packagesStep } from './packages.mjs';
import { prismaClientStep } from './prisma-client.mjs';
import { redisPath, redisStep } from './redis.mjs';

/**
 * Makes a fresh clone ready to run, and does nothing where it is. Speaks on stderr only.
 * @returns the programs that were found or brought: `{ node, redis }` (`redis` undefined without `withRedis`)
 */
export async function setUp({ withRedis, withOnnx = onnxIsChosen() }) {
  const optional = [...(withOnnx ? [onnxRuntimeStep] : []), ...(withRedis ? [redisStep] : [])];
  const steps = [nodeStep, packagesStep, prismaClientStep, buildStep, ...optional];
  if (!steps.every((step) => step.isDone())) {
    const onWait = (pid) => process.stderr.write(`  another set-up is running here (process ${pid}), waiting for it ...\n`);
    await withLock(resolve(ROOT, '.runtime/setup.lock'), () => inTurn(steps), { onWait });
  }
  return { node: nodePath(), redis: withRedis ? redisPath() : undefined };
}

async function inTurn(steps) {
  for (const step of steps) if (!step.isDone()) await step.run();
}
