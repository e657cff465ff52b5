import { cpus, loadavg, totalmem } from 'node:os';
import { type CellFigures } from './cell';

export interface Cell {
  readonly system: string;
  readonly chunks: number;
  readonly tenants: number;
  /** Why there are none. */
  readonly outcome: CellFigures | string;
}

export function report(cells: readonly Cell[], versions: string, load: number): string {
  const lines = cells.map(({ system, chunks, tenants, outcome }) => {
    const figures =
      typeof outcome === 'string'
        ? [outcome, '', '', '', '']
        : [
            outcome.p50Ms.toFixed(1),
            outcome.p95Ms.toFixed(1),
            outcome.loopMs.toFixed(1),
            outcome.memoryMb.toFixed(0),
            outcome.fillSeconds.toFixed(0),
          ];
    return row([chunks.toLocaleString('en'), tenants.toLocaleString('en'), system, ...figures]);
  });
  return `# Search latency and memory

Made by \`npm run bench\`; the figures are this machine's, at this time.

- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}
- ${versions}
- load average when it began ${load.toFixed(1)}, when it ended ${loadavg()[0]!.toFixed(1)}: above ${cpus().length} the times are those of a machine that others used too

Every cell is a process of its own with the same texts (chunks of 240 characters, Zipf's law) and vectors (1,024 dimensions, gathered around 256 topics). Questions of five words and a
vector, 200 hits, one after the other, over all tenants, after a warm-up. Lectern answers four lists (words and vectors, over chunks and over passages, so a quarter more points), the
others one list of chunks by words and vectors. Lectern's embedded store and LanceDB keep all on disk, Orama keeps all in memory with an instance a tenant. _Loop_ is the longest that a
timer was late in the process that asks; _memory_ its resident set, of Qdrant the client's alone.

${row(['chunks', 'tenants', 'system', 'p50 ms', 'p95 ms', 'loop ms', 'memory MB', 'fill s'])}
${row(['---:', '---:', '---', '---:', '---:', '---:', '---:', '---:'])}
${lines.join('\n')}
`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
