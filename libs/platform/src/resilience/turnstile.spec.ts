import { Turnstile } from './turnstile';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function work() {
  let end: () => void = () => {};
  const state = { started: false, end: () => end() };
  const run = () => {
    state.started = true;
    return new Promise<string>((resolve) => (end = () => resolve('done')));
  };
  return { state, run };
}

const settled = () => new Promise(setImmediate);

describe('Turnstile', () => {
  it('lets so many in at once, and the others in their order', async () => {
    const turnstile = new Turnstile(2);
    const all = [work(), work(), work(), work()];
    const ran = all.map(({ run }) => turnstile.run(never, run));
    await settled();
    expect(all.map(({ state }) => state.started)).toEqual([true, true, false, false]);
    all[1]!.state.end();
    await settled();
    expect(all.map(({ state }) => state.started)).toEqual([true, true, true, false]);
    for (const { state } of all) {
      state.end();
      await settled();
    }
    expect(await Promise.all(ran)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('lets the next in after one that failed', async () => {
    const turnstile = new Turnstile(1);
    await expect(turnstile.run(never, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turnstile.run(never, () => Promise.resolve('done'))).toBe('done');
  });

  it('lets whoever gives up go at once, and never starts their work', async () => {
    const turnstile = new Turnstile(1);
    const [first, second] = [work(), work()];
    const running = turnstile.run(never, first.run);
    const caller = new AbortController();
    const waiting = turnstile.run(caller.signal, second.run);
    caller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    first.state.end();
    await running;
    await settled();
    expect(second.state.started).toBe(false);
    expect(await turnstile.run(never, () => Promise.resolve('next'))).toBe('next');
  });
});
