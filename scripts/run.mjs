/** `npm run NAME -- args`: one of the commands of `apps/cli`, beside a running system or alone, an evaluation (`eval/NAME`) or a bench (`bench/NAME`). Its stdout is its own. */
import { environment, placesOf } from './environment.mjs';
import { Failure, command } from './failure.mjs';
import { onnxModelIsHere } from './setup/onnx-runtime.mjs';
import { runs } from './setup/process-identity.mjs';
import { inForeground } from './setup/processes.mjs';
import { setUp } from './setup/setup.mjs';
import { RunFile } from './supervisor/run-file.mjs';

const [name, ...args] = process.argv.slice(2);

await command(async () => {
  if (!/^((eval|bench)\/)?[a-z-]+$/.test(name ?? ''))
    throw new Failure('usage: node scripts/run.mjs NAME [args], NAME being a file of apps/cli/src, eval/NAME or bench/NAME');
  const program = name.includes('/') ? `dist/${name}.js` : `dist/apps/cli/src/${name}.js`;
  const { node } = await setUp({ withRedis: false, ...(name.startsWith('eval/') && { withOnnx: onnxModelIsHere() }) });
  const env = environment();
  const redis = env.REDIS_URL ? undefined : privateRedisOf(placesOf(env).dataDir);
  return inForeground(node, [program, ...args], { env: redis ? { ...env, REDIS_URL: redis } : env });
});

/** The Redis of the `npm start` that works on this data, where one does. */
function privateRedisOf(dataDir) {
  const { redis } = new RunFile(dataDir).read();
  return runs(redis) ? `redis://127.0.0.1:${redis.port}` : undefined;
}
