import { Readiness, type Dependency } from './readiness';

describe('Readiness', () => {
  const dependency = (essential: boolean): Dependency & { up: boolean } => {
    const self = { name: 'thing', essential, up: true, ping: async () => { if (!self.up) throw new Error('down'); } }; // prettier-ignore
    return self;
  };

  it.each([
    [true, 'down'],
    [false, 'degraded'],
  ])('tells a dependency that was reached once and then lost (essential: %s) as %s', async (essential, state) => {
    const thing = dependency(essential);
    const readiness = new Readiness([thing]);
    expect(await readiness.stateOf(thing)).toBe('up');
    thing.up = false;
    expect(await readiness.stateOf(thing)).toBe(state);
    thing.up = true;
    expect(await readiness.stateOf(thing)).toBe('up');
  });

  it('tells each dependency as down until it was reached once', async () => {
    const thing = dependency(false);
    thing.up = false;
    expect(await new Readiness([thing]).stateOf(thing)).toBe('down');
  });

  it('takes a throw and a silence of more than a second as no answer', async () => {
    jest.useFakeTimers();
    const silent = { name: 'silent', essential: true, ping: () => new Promise(() => {}) };
    const throwing = { name: 'throwing', essential: true, ping: () => { throw new Error('at once'); } }; // prettier-ignore
    const states = Promise.all([silent, throwing].map((thing) => new Readiness([thing]).stateOf(thing)));
    await jest.advanceTimersByTimeAsync(1_001);
    expect(await states).toEqual(['down', 'down']);
    jest.useRealTimers();
  });
});
