import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors/app-error';
import { Guard } from './guard';

const code = 'VECTOR_STORE_UNAVAILABLE';
const never = new AbortController().signal;
const down = () => Promise.reject(new AppError(code, 'down'));

describe('Guard', () => {
  it('gives what the work gives, and its errors', async () => {
    const guard = new Guard({ code, deadlineMs: 1000 });
    await expect(guard.run(never, () => Promise.resolve(7))).resolves.toBe(7);
    await expect(guard.run(never, () => Promise.reject(new Error('own')))).rejects.toThrow('own');
  });

  it('ends a call at its deadline, and tells the work', async () => {
    const guard = new Guard({ code, deadlineMs: 20 });
    let told: AbortSignal | undefined;
    const call = guard.run(never, (signal) => {
      told = signal;
      return new Promise(() => {});
    });
    await expect(call).rejects.toMatchObject({ code });
    expect(told?.aborted).toBe(true);
  });

  it('calls nothing late that came while this process was busy itself', async () => {
    await nextTurn(); // of the event loop: after this one, timers are looked at before what has arrived
    const waiting = new Guard({ code, deadlineMs: 20 }).run(never, () => stat(__filename));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    await expect(waiting).resolves.toBeDefined();
  });

  it('refuses calls after failures in a row, and lets one try after a rest', async () => {
    const guard = new Guard({ code, deadlineMs: 1000, failures: 3, restMs: 50 });
    for (let i = 0; i < 3; i++) await expect(guard.run(never, down)).rejects.toThrow('down');
    const work = jest.fn(() => Promise.resolve('up'));
    await expect(guard.run(never, work)).rejects.toMatchObject({ code });
    expect(work).not.toHaveBeenCalled();
    await sleep(80);
    await expect(guard.run(never, work)).resolves.toBe('up');
    await expect(guard.run(never, work)).resolves.toBe('up');
  });

  it('counts neither errors of another code nor what the caller ends', async () => {
    const guard = new Guard({ code, deadlineMs: 1000, failures: 2 });
    for (let i = 0; i < 3; i++) {
      await expect(guard.run(never, () => Promise.reject(new AppError('NOT_FOUND', 'none')))).rejects.toThrow('none');
      const caller = new AbortController();
      const call = guard.run(caller.signal, () => new Promise(() => {}));
      caller.abort(new AppError('CLIENT_CLOSED_REQUEST', 'gone'));
      await expect(call).rejects.toThrow('gone');
    }
    await expect(guard.run(never, () => Promise.resolve('up'))).resolves.toBe('up');
  });

  it('does not begin for a caller that is gone', async () => {
    const work = jest.fn(() => Promise.resolve());
    await expect(new Guard({ code, deadlineMs: 1000 }).run(AbortSignal.abort(new Error('gone')), work)).rejects.toThrow('gone');
    expect(work).not.toHaveBeenCalled();
  });
});
