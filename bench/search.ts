/**
 * Search latency and memory beside what one might use instead:
 * `npm run bench -- [--chunks 10000,100000] [--tenants 1,100,10000] [--systems PATTERN] [--minutes 10] [--lancedb FOLDER] [--out FILE]`.
 * Qdrant is measured where QDRANT_URL is set. A cell (a system, a size) that takes more than `--minutes` is given up, and the table says so.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CellMessage, type CellTask } from './search/cell';
import { report, type Cell } from './search/report';
import { SYSTEMS } from './search/systems/index';

const { values: options } = parseArgs({
  options: {
    chunks: { type: 'string', default: '10000,100000' },
    tenants: { type: 'string', default: '1,100,10000' },
    systems: { type: 'string', default: '' },
    minutes: { type: 'string', default: '10' },
    lancedb: { type: 'string', default: '.' },
    out: { type: 'string', default: 'bench/search.md' },
  },
});
const numbers = (list: string) => list.split(',').map(Number);

async function main(): Promise<void> {
  const load = loadavg()[0]!;
  const cells: Cell[] = [];
  for (const chunks of numbers(options.chunks))
    for (const tenants of numbers(options.tenants))
      for (const system of Object.keys(SYSTEMS).filter((name) => new RegExp(options.systems, 'i').test(name))) {
        process.stdout.write(`${system}, ${chunks} chunks of ${tenants} tenants\n`);
        const outcome = await measured({ system, chunks, tenants });
        process.stdout.write(`  ${JSON.stringify(outcome)}\n`);
        cells.push({ system, chunks, tenants, outcome });
        writeFileSync(options.out, report(cells, versions(), load));
      }
}

async function measured(cell: Pick<CellTask, 'system' | 'chunks' | 'tenants'>): Promise<Cell['outcome']> {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  const child = fork(join(__dirname, 'search/cell.js'), {
    execArgv: ['--expose-gc', '--v8-pool-size=1'], // as few helpers as a start on two cores gives a process
    env: { ...process.env, RUST_LOG: 'error' }, // else it warns at every search
  });
  const { promise, resolve: settle } = Promise.withResolvers<Cell['outcome']>();
  const timer = setTimeout(() => settle(`over ${options.minutes} minutes`), Number(options.minutes) * 60_000);
  child.on('message', (message: CellMessage) => {
    if ('note' in message) process.stdout.write(`  ${message.note}\n`);
    else settle('figures' in message ? message.figures : message.problem);
  });
  child.on('exit', (code, signal) => settle(`ended with ${code ?? signal}`));
  child.send({ ...cell, directory, lancedb: resolve(options.lancedb), qdrantUrl: process.env.QDRANT_URL } satisfies CellTask);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  }
}

function versions(): string {
  const of = (folder: string, name: string) => {
    try {
      return (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch {
      return 'not installed';
    }
  };
  const names = ['better-sqlite3', '@orama/orama'].map((name) => `${name} ${of('.', name)}`);
  return [...names, `@lancedb/lancedb ${of(options.lancedb, '@lancedb/lancedb')}`].join(', ');
}

void main();
