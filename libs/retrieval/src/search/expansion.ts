import { AppConfig, Database } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { withNumbers } from './raw-rows';

/** A run of neighbouring chunks of one document, with where it lies. */
export interface Run {
  readonly documentId: string;
  readonly generation: number;
  readonly firstChunk: number;
  /** Inclusive. */
  readonly lastChunk: number;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly heading: string | null;
}

interface ChunkRow {
  n: number;
  index: number;
  start: number;
  end: number;
  page: number | null;
  pageEnd: number | null;
  heading: string | null;
}

/** Chunks added on each side. */
const NEIGHBOURS = 2;
/** What passages grow to when they meet, in UTF-16 units: a page that was found whole stays as many passages. */
const MOST_LETTERS = 2000;

/** Contextual expansion: what stands before and after a passage, by the numbers of its chunks, in the same section. `RETRIEVAL_EXPANSION` says whether. */
@Injectable()
export class Expansion {
  constructor(
    private readonly database: Database,
    private readonly config: AppConfig,
  ) {}

  /**
   * @param runs best first
   * @returns as many, in order, wider; undefined for one that a better one has taken in, so that nothing is said twice
   */
  async expand<Wide extends Run>(runs: readonly Wide[]): Promise<(Wide | undefined)[]> {
    if (this.config.retrieval.expansion === 'off') return [...runs];
    const neighbours = Map.groupBy(await this.neighbours(runs), ({ n }) => n);
    const taken = new Set(runs.flatMap(chunksOf));
    const wide = runs.map((run, n) => {
      const added = around(run, neighbours.get(n) ?? [], taken);
      for (const { index } of added) taken.add(keyOf(run, index));
      return added.reduce((wider, { index, ...chunk }) => joined(wider, { ...chunk, firstChunk: index, lastChunk: index }), run);
    });
    return merged(wide);
  }

  private async neighbours(runs: readonly Run[]): Promise<ChunkRow[]> {
    const wanted = JSON.stringify(
      runs.map(({ documentId, generation, firstChunk, lastChunk }) => ({
        documentId,
        generation,
        from: firstChunk - NEIGHBOURS,
        to: lastChunk + NEIGHBOURS,
      })),
    );
    const rows = await this.database.$queryRaw<ChunkRow[]>`
      SELECT w.key AS n, c."index", c.start, c."end", c.page, c.pageEnd, c.heading
      FROM json_each(${wanted}) w
      JOIN Chunk c ON c.documentId = w.value->>'documentId' AND c.generation = w.value->>'generation'
        AND c."index" BETWEEN w.value->>'from' AND w.value->>'to'
      ORDER BY w.key, c."index"`;
    return rows.map(withNumbers);
  }
}

const keyOf = ({ documentId, generation }: Run, chunk: number) => `${documentId} ${generation} ${chunk}`;

function chunksOf(run: Run): string[] {
  return Array.from({ length: run.lastChunk - run.firstChunk + 1 }, (_, i) => keyOf(run, run.firstChunk + i));
}

/** The chunks around a run that belong to its section, as far as no other run has them. */
function around(run: Run, chunks: readonly ChunkRow[], taken: ReadonlySet<string>): ChunkRow[] {
  const heading = (index: number) => chunks.find((chunk) => chunk.index === index)?.heading;
  const foreign = (edge: number) => (chunk: ChunkRow) => chunk.heading !== heading(edge) || taken.has(keyOf(run, chunk.index));
  const before = chunks.filter(({ index }) => index < run.firstChunk);
  const after = chunks.filter(({ index }) => index > run.lastChunk);
  return [
    ...before.slice(before.findLastIndex(foreign(run.firstChunk)) + 1),
    ...after.slice(0, after.findIndex(foreign(run.lastChunk)) >>> 0),
  ];
}

/** Where two runs of a document touch, and are short enough together, the one that came first takes the other in. */
function merged<Wide extends Run>(runs: readonly Wide[]): (Wide | undefined)[] {
  const kept: (Wide | undefined)[] = [...runs];
  for (let i = 0; i < kept.length; i++) {
    // what it takes in may reach as far as a third
    for (let met = -1; (met = kept.findIndex((other, j) => j > i && kept[i] && other && belong(kept[i]!, other))) >= 0;) {
      kept[i] = joined(kept[i]!, kept[met]!);
      kept[met] = undefined;
    }
  }
  return kept;
}

const belong = (a: Run, b: Run) => touch(a, b) && Math.max(a.end, b.end) - Math.min(a.start, b.start) <= MOST_LETTERS;

function touch(a: Run, b: Run): boolean {
  return (
    a.documentId === b.documentId && a.generation === b.generation && a.firstChunk <= b.lastChunk + 1 && b.firstChunk <= a.lastChunk + 1
  );
}

function joined<Wide extends Run>(run: Wide, other: Omit<Run, 'documentId' | 'generation'>): Wide {
  const [earlier, later] = run.firstChunk <= other.firstChunk ? [run, other] : [other, run];
  const end = run.end >= other.end ? run : other;
  return {
    ...run,
    firstChunk: earlier.firstChunk,
    lastChunk: Math.max(run.lastChunk, other.lastChunk),
    start: Math.min(run.start, other.start),
    end: end.end,
    page: earlier.page ?? later.page,
    pageEnd: end.pageEnd ?? end.page,
    heading: earlier.heading,
  };
}
