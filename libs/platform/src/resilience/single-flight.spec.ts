import { SingleFlight } from './single-flight';

describe('SingleFlight', () => {
  const open = () => new AbortController();

  it('does work once for all who wait for it, and again for those who come later', async () => {
    const flight = new SingleFlight<string, number>();
    let runs = 0;
    const work = async () => ++runs;
    const { signal } = open();
    const answers = await Promise.all([1, 2, 3].map(() => flight.run('a', signal, work)));
    expect(answers).toEqual([
      { value: 1, joined: false },
      { value: 1, joined: true },
      { value: 1, joined: true },
    ]);
    expect(await flight.run('a', signal, work)).toEqual({ value: 2, joined: false });
  });

  it('lets one leave while others wait, and gives up once nobody does', async () => {
    const flight = new SingleFlight<string, string>();
    let finish = (_: string) => {};
    let seen: AbortSignal | undefined;
    const work = (signal: AbortSignal) => {
      seen = signal;
      return new Promise<string>((resolve) => (finish = resolve));
    };
    const [first, second] = [open(), open()];
    const [leaves, stays] = [flight.run('a', first.signal, work), flight.run('a', second.signal, work)];
    first.abort(new Error('left'));
    await expect(leaves).rejects.toThrow('left');
    expect(seen!.aborted).toBe(false);
    finish('done');
    expect(await stays).toEqual({ value: 'done', joined: true });

    const last = open();
    const alone = flight.run('b', last.signal, work);
    last.abort(new Error('gone'));
    await expect(alone).rejects.toThrow('gone');
    expect(seen!.aborted).toBe(true);
  });

  it('tells a failure to everybody and forgets it', async () => {
    const flight = new SingleFlight<string, string>();
    const { signal } = open();
    const failing = () => Promise.reject(new Error('no'));
    const both = await Promise.allSettled([flight.run('a', signal, failing), flight.run('a', signal, failing)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await flight.run('a', signal, async () => 'yes')).value).toBe('yes');
  });
});
