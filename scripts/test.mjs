/** `npm test`: every check in turn, the first that fails ends it. `npm test -- args` runs Jest alone, with these arguments. */
import { command } from './failure.mjs';
import { onnxModelIsHere } from './setup/onnx-runtime.mjs';
import { inForeground, withNodeOnPath } from './setup/processes.mjs';
import { setUp } from './setup/setup.mjs';

const JEST = 'node_modules/jest/bin/jest.js';
const STEPS = [
  ['lint', 'node_modules/oxlint/bin/oxlint'],
  ['format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit'],
  // a test that fails may leave a process or a connection open, and that must not keep the run from ending
  ...['unit', 'integration', 'e2e'].map((project) => [`${project} tests`, JEST, '--forceExit', '--selectProjects', project]),
];

await command(async () => {
  const { node } = await setUp({ withRedis: true, withOnnx: onnxModelIsHere() });
  const env = { ...withNodeOnPath(node, process.env), ...(process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' }) };
  const args = process.argv.slice(2);
  if (args.length > 0) return inForeground(node, [JEST, ...args], { env });

  const began = performance.now();
  for (const [name, ...program] of STEPS) {
    process.stdout.write(`\n> ${name}\n`);
    const started = performance.now();
    const code = await inForeground(node, program, { env });
    process.stdout.write(`> ${name}: ${code === 0 ? 'passed' : `failed with exit code ${code}`} in ${secondsSince(started)}\n`);
    if (code !== 0) return code;
  }
  process.stdout.write(`\nAll checks passed in ${secondsSince(began)}\n`);
  return 0;
});

function secondsSince(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
