/**
 * Questions of the extractive rung on documents as the product sees them. `npm run eval:questions` measures all that can be counted,
 * over `../shared/corpus`, and writes `eval/questions.md`.
 *
 * `npm run eval:questions -- [--read 60 --count 40 --seed 1 --mode quiz] FILE or FOLDER ...` takes the documents given (looked up in
 * CORPUS, `../shared/corpus`, too), prints a random sample to judge by eye, each with its passage, and the rates; it writes nothing.
 */
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { QuestionMode } from '@lectern/generation';
import { readDocument, type ReadDocument } from './evidence';
import { makeSet, type MadeSet } from './questions/made-set';
import { isExact, ratesOf } from './questions/rates';
import { reportOf } from './questions/report';
import { sampled, shown } from './questions/sample';

const { values: options, positionals } = parseArgs({
  options: {
    read: { type: 'string', default: '0' },
    count: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string' },
  },
  allowPositionals: true,
});
const corpus = process.env.CORPUS ?? join(process.cwd(), '../shared/corpus');
const count = Number(options.count);
const seed = Number(options.seed);
const modes = (options.mode ? [options.mode] : ['practice', 'quiz']) as QuestionMode[];
/** Of the corpus; without text there is nothing to ask. */
const FOLDERS = ['squad', 'pdf', 'docx', 'xquad_de', 'xquad_es', 'xquad_hi'];

async function main(): Promise<void> {
  if (positionals.length > 0) return readSome(positionals.flatMap(filesAt));
  const folders = FOLDERS.filter((folder) => existsSync(join(corpus, folder)));
  if (folders.length === 0) return say(`skipped: there is no corpus at ${corpus}`);
  const groups = [];
  for (const name of folders) groups.push({ name, sets: await setsOf(filesAt(name)) });
  writeFileSync('eval/questions.md', reportOf(groups, seed));
  sayRates(groups.flatMap(({ sets }) => sets));
}

async function readSome(files: readonly string[]): Promise<void> {
  if (files.length === 0) return say(`skipped: there is no ${positionals.join(', ')}`);
  const sets = await setsOf(files);
  for (const [i, one] of sampled(sets, Number(options.read), seed).entries()) say(shown(one, i));
  sayRates(sets);
}

async function setsOf(files: readonly string[]): Promise<MadeSet[]> {
  const sets: MadeSet[] = [];
  for (const file of files) {
    const document = await documentAt(file);
    if (!document || document.passages.length === 0) continue;
    for (const mode of modes) sets.push(await makeSet(document, mode, count, seed + sets.length));
  }
  return sets;
}

/** Undefined, and said, for what the product refuses too. */
async function documentAt(file: string): Promise<ReadDocument | undefined> {
  try {
    return await readDocument(file);
  } catch (error) {
    say(`left out: ${basename(file)}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function sayRates(sets: readonly MadeSet[]): void {
  for (const { name, value } of ratesOf(sets)) say(`${name.padEnd(54)} ${value}`);
  for (const { document, mode, questions, requested } of sets.filter((set) => !isExact(set)))
    say(`${questions.length} of ${requested}: ${document.name}, ${mode}, ${document.passages.length} passages`);
}

function filesAt(path: string): string[] {
  const place = [resolve(path), join(corpus, path)].find((one) => existsSync(one));
  if (!place) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place)
    .filter((file) => /\.(?:pdf|docx|txt)$/.test(file))
    .toSorted()
    .map((file) => join(place, file));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main();
