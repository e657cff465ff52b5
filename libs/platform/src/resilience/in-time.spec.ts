import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inTime } from './in-time';

describe('inTime', () => {
  it('gives what the work gives, and its errors', async () => {
    await expect(inTime(Promise.resolve(7), 1_000)).resolves.toBe(7);
    await expect(inTime(Promise.reject(new Error('own')), 1_000)).rejects.toThrow('own');
  });

  it('ends the wait for what does not come', async () => {
    await expect(inTime(new Promise(() => {}), 20)).rejects.toThrow('no answer in 20 ms');
  });

  it('calls nothing late that came while this process was busy itself', async () => {
    await nextTurn(); // of the event loop: after this one, timers are looked at before what has arrived
    const waiting = inTime(stat(__filename), 20);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    await expect(waiting).resolves.toBeDefined();
  });
});
