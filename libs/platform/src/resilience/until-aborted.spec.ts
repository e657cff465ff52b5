import { untilAborted } from './until-aborted';

describe('untilAborted', () => {
  it('gives what the work gives, or its error', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve(7), signal)).resolves.toBe(7);
    await expect(untilAborted(Promise.reject(new Error('own')), signal)).rejects.toThrow('own');
  });

  it('ends the waiting with the reason of the signal, before the work or at once', async () => {
    const caller = new AbortController();
    const waiting = untilAborted(new Promise(() => {}), caller.signal);
    caller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(untilAborted(Promise.resolve(7), caller.signal)).rejects.toThrow('gone');
  });
});
