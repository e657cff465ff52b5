import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../environment.mjs';
import { Failure } from '../failure.mjs';

const SAMPLE = resolve(ROOT, 'samples/photosynthesis.pdf');
const USAGE = 'usage: npm run demo -- [FILE] [--topic TEXT] [--count 1..100] [--mode practice|quiz]';

/** @returns `{ file, topic, count, mode }`, the file being there */
export function demoArguments(args) {
  const { values, positionals } = parsed(args);
  if (values.help || positionals.length > 1) throw new Failure(USAGE, values.help ? 0 : 1);
  // npm runs scripts in the project, whatever folder it was called in
  const file = positionals[0] ? resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]) : SAMPLE;
  if (!existsSync(file) || !statSync(file).isFile()) throw new Failure(`there is no file ${file}\n${USAGE}`);
  return { file, topic: values.topic, count: Number(values.count), mode: values.mode };
}

function parsed(args) {
  const text = { type: 'string' };
  const options = { topic: text, count: { ...text, default: '5' }, mode: { ...text, default: 'practice' }, help: { type: 'boolean' } };
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${error.message}\n${USAGE}`);
  }
}
