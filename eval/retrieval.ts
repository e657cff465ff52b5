/**
 * Retrieval quality of the default, of every stage, provider and peer, on every collection of `../shared/corpus`:
 * `npm run eval -- [--all] [--model FOLDER] [--collections PATTERN] [--rows PATTERN] [--corpus FOLDER] [--lancedb FOLDER] [--out FILE]`.
 * Writes `eval/results.md` and exits with 1 where the default is below a floor. A run of some rows or collections only writes nothing,
 * unless told where to.
 *
 * `--all` takes every question (1,500 of a collection at most otherwise). `--model` names a folder with an ONNX embedding model,
 * whose vectors are kept in `data/eval`: the first run pays for them.
 */
import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LexicalEmbeddingProvider } from '@lectern/embedding';
import { OnnxEmbeddingProvider } from '../libs/embedding/src/onnx.embedding-provider';
import { collectionsIn } from './collections';
import { estimate } from './measures';
import { environment } from './report/environment';
import { figures, gains, intervals, type Results } from './report/table';
import { CachedVectors } from './search/cached-vectors';
import { DEFAULT, type Group, groups } from './search/rows';
import { run, type Outcome } from './search/run';

const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  squad: { 'hit@1': 0.78, 'hit@5': 0.92 },
  xquad_de: { 'hit@1': 0.9 },
  xquad_es: { 'hit@1': 0.9 },
  xquad_hi: { 'hit@1': 0.9 },
  cisi: { 'nDCG@10': 0.38 },
};

const { values: options } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    model: { type: 'string' },
    collections: { type: 'string', default: '' },
    rows: { type: 'string', default: '' },
    corpus: { type: 'string', default: '../shared/corpus' },
    lancedb: { type: 'string', default: '.' },
    out: { type: 'string' },
  },
});

async function main() {
  const lexical = new LexicalEmbeddingProvider({ dimension: 1024 });
  const models = options.model ? [modelIn(resolve(options.model))] : [];
  const lance = resolve(options.lancedb);
  const chosen = groups(lexical, models, lance)
    .map((group) => ({ ...group, rows: group.rows.filter(({ name }) => name === DEFAULT || new RegExp(options.rows).test(name)) }))
    .filter(({ rows }) => rows.length > 0);
  const collections = collectionsIn(options.corpus).filter(({ name }) => new RegExp(options.collections).test(name));
  if (collections.length === 0) return say(`skipped: there is no collection in ${resolve(options.corpus)}`);
  const results = new Map<string, Map<string, Outcome>>();
  const made = environment([lexical, ...models.map(({ provider }) => provider)], lance);
  const out = options.out ?? (options.rows || options.collections ? undefined : 'eval/results.md');
  for (const collection of collections) {
    const rows = chosen.flatMap((group) => group.rows);
    results.set(collection.name, await run(collection, rows, options.all ? Infinity : 1500, progress));
    progress('');
    checkFloors(collection.name, results.get(collection.name)!.get(DEFAULT)!);
    if (out) writeFileSync(out, written(chosen, results, made)); // so that a run that is ended early has not been for nothing
  }
  say(written(chosen, results, made));
  for (const { provider } of models) await provider.close();
}

function modelIn(directory: string) {
  const provider = new CachedVectors(new OnnxEmbeddingProvider({ directory }), 'data/eval');
  return { label: basename(directory), provider };
}

function written(chosen: readonly Group[], results: Results, made: string): string {
  return [
    '# Retrieval, measured',
    '',
    '`npm run eval` writes this file; figures of another machine differ in nothing but time. Half-widths are of 95 % intervals. A row is the product',
    'itself in some configuration, through its own encoder, store and fusion, or a peer on the same passages. `squad` and `xquad_*`: questions whose',
    'one right answer is a paragraph, and a passage counts for the paragraph that it overlaps most; the others: documents with graded judgements.',
    '',
    made,
    '',
    '## Figures',
    '',
    figures(chosen, results),
    '## Gains',
    '',
    'Each row less the one that it is one step away from, over the same queries; in bold what is beyond chance.',
    '',
    gains(chosen, results),
    '## How far off a figure may be',
    '',
    'By the default row; the difference of two rows is known better than either (above).',
    '',
    intervals(DEFAULT, results),
  ].join('\n');
}

function checkFloors(name: string, outcome: Outcome): void {
  for (const [measure, floor] of Object.entries(FLOORS[name] ?? {})) {
    const figure = typeof outcome === 'string' ? 0 : estimate(outcome[measure]!).mean;
    if (figure >= floor) continue;
    say(`${name}: ${measure} is ${figure.toFixed(4)}, below its floor, ${floor}`);
    process.exitCode = 1;
  }
}

function progress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${message}`);
  else if (message) process.stderr.write(`${message}\n`);
}

function say(message: string): void {
  process.stdout.write(`${message}\n`);
}

void main();
