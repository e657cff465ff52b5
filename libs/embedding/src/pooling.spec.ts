import { pool } from './pooling';

describe('pool', () => {
  const states = Float32Array.from([3, 4, 1, 0, -1, -4]);

  it('takes the mean of the tokens, as a unit vector', () => {
    expect([...pool(states, 2, 'mean')]).toEqual([1, 0]);
  });

  it('takes the first token alone', () => {
    expect([...pool(states, 2, 'cls')]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
    expect(states[0]).toBe(3);
  });
});
