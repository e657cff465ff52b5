/** One cell of the search bench in a process of its own: fills one system, asks it, and sends the figures to its parent. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { BenchLibrary, type BenchDocument } from './library';
import { type System, type SystemOptions } from './system';
import { SYSTEMS } from './systems/index';

export interface CellTask extends SystemOptions {
  readonly system: string;
  readonly chunks: number;
  readonly tenants: number;
}

export interface CellFigures {
  readonly fillSeconds: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** The longest that a timer was late while nothing but searches ran, one at a time. */
  readonly loopMs: number;
  readonly memoryMb: number;
}

export type CellMessage = { readonly note: string } | { readonly figures: CellFigures } | { readonly problem: string };

/** Until both threads run compiled code; on a quiet machine the p50 of small cells falls by a third between the 40th and the 200th query. */
const WARM_UP = 200;
const MEASURED = 400;
/** What both may take where searches take seconds. */
const PATIENCE_MS = 60_000;
const HITS = 200;
const CHUNKS_A_BATCH = 1000;
const say = (message: CellMessage) => process.send!(message);

process.once('message', (task: CellTask) => {
  void run(task).then(
    (figures) => say({ figures }),
    (error: unknown) => say({ problem: error instanceof Error ? error.message : String(error) }),
  );
});

async function run({ system: name, chunks, tenants, ...options }: CellTask): Promise<CellFigures> {
  const library = new BenchLibrary(chunks, tenants);
  const system = await SYSTEMS[name]!(options);
  const started = performance.now();
  await fill(system, library);
  const fillSeconds = (performance.now() - started) / 1000;
  return { fillSeconds, ...(await ask(system, library)) };
}

async function fill(system: System, library: BenchLibrary): Promise<void> {
  let batch: BenchDocument[] = [];
  let waiting = 0;
  let added = 0;
  for (const document of library.documents()) {
    batch.push(document);
    waiting += document.chunks.length;
    if (waiting < CHUNKS_A_BATCH) continue;
    await system.add(batch);
    added += waiting;
    [batch, waiting] = [[], 0];
    if (added % (10 * CHUNKS_A_BATCH) === 0) say({ note: `${added} chunks` });
  }
  if (batch.length > 0) await system.add(batch);
  await system.finish();
}

async function ask(system: System, { questions }: BenchLibrary): Promise<Omit<CellFigures, 'fillSeconds'>> {
  const question = (n: number) => questions[(n * 37) % questions.length]!; // 37: all over the tenants
  const end = performance.now() + PATIENCE_MS;
  for (let n = 0; n < WARM_UP && performance.now() < end - PATIENCE_MS / 2; n++) await system.search(question(n), HITS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const times: number[] = [];
  for (let n = WARM_UP; n < WARM_UP + MEASURED && performance.now() < end; n++) {
    const started = performance.now();
    await system.search(question(n), HITS);
    times.push(performance.now() - started);
    await setImmediate(); // lets the timers of the monitor run where a search never waits
  }
  delay.disable();
  globalThis.gc!();
  const memoryMb = process.memoryUsage().rss / 1e6;
  await system.close();
  times.sort((a, b) => a - b);
  const percentile = (share: number) => times[Math.floor(share * times.length)]!;
  return { p50Ms: percentile(0.5), p95Ms: percentile(0.95), loopMs: delay.max / 1e6, memoryMb };
}
