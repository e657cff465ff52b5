import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { InferencePool } from './inference-pool';

const never = new AbortController().signal;

/** A model that takes as many milliseconds as its text says, notes when it ran, and answers with its thread and turn. */
const SCRIPT = `
const { parentPort, threadId } = require('node:worker_threads');
let turn = 0;
parentPort.on('message', (message) => {
  if (message === 'end') return parentPort.close();
  const { text } = message;
  if (text === 'die') process.exit(3);
  if (text === 'fail') return parentPort.postMessage({ error: 'no such model' });
  setTimeout(() => parentPort.postMessage({ vector: Float32Array.from([threadId, turn++]) }), Number(text));
});`;

describe('InferencePool', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-pool-'));
  const script = join(directory, 'thread.js');
  const pools: InferencePool[] = [];
  const pool = (options: { threads: number; idleMs?: number }) => {
    pools.push(new InferencePool({ script, workerData: {}, ...options }));
    return pools.at(-1)!;
  };

  beforeAll(() => writeFileSync(script, SCRIPT));
  afterAll(async () => {
    for (const one of pools) await one.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('starts no more threads than it needs, and no more than it may', async () => {
    const two = pool({ threads: 2 });
    const first = await two.run({ text: '1' }, 'passage', never);
    expect((await two.run({ text: '1' }, 'passage', never))[0]).toBe(first[0]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => two.run({ text: '20' }, 'passage', never)));
    expect(new Set(answers.map(([thread]) => thread)).size).toBe(2);
  });

  it('lets a query overtake the passages that wait', async () => {
    const one = pool({ threads: 1 });
    const passages = Array.from({ length: 5 }, () => one.run({ text: '5' }, 'passage', never));
    const query = await one.run({ text: '1' }, 'query', never);
    expect(query[1]).toBe(1);
    await Promise.all(passages);
  });

  it('never runs what nobody waits for any more', async () => {
    const one = pool({ threads: 1 });
    const running = one.run({ text: '30' }, 'passage', never);
    const caller = new AbortController();
    const waiting = one.run({ text: '1' }, 'passage', caller.signal);
    caller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await running;
    expect((await one.run({ text: '1' }, 'passage', never))[1]).toBe(1);
  });

  it('rejects what a dead thread was doing, and goes on with another', async () => {
    const one = pool({ threads: 1 });
    const dying = one.run({ text: 'die' }, 'passage', never);
    const next = one.run({ text: '1' }, 'passage', never);
    await expect(dying).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' });
    await expect(next).resolves.toHaveLength(2);
    await expect(one.run({ text: 'fail' }, 'query', never)).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' });
  });

  it('ends idle threads, and starts one when there is work again', async () => {
    const one = pool({ threads: 1, idleMs: 20 });
    const [thread] = await one.run({ text: '1' }, 'query', never);
    await sleep(100);
    expect((await one.run({ text: '1' }, 'query', never))[0]).not.toBe(thread);
  });

  it('rejects everything when it is closed', async () => {
    const one = pool({ threads: 1 });
    const calls = [1, 2].map(() => one.run({ text: '200' }, 'passage', never));
    const outcomes = Promise.allSettled(calls);
    await one.close();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
