import { retryAfterOf } from './retry-after';

describe('retryAfterOf', () => {
  const now = Date.parse('2026-11-25T10:00:00Z');

  it.each([
    ['7', 7],
    [' 7 ', 7],
    [20.3, 21],
    ['0', 1],
    ['-5', 1],
    ['1e9', 300],
    ['99999', 300],
    ['Wed, 25 Nov 2026 10:00:30 GMT', 30],
    ['Wed, 25 Nov 2026 09:00:00 GMT', 1],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
    [NaN, undefined],
  ])('of %j is %j', (value, expected) => expect(retryAfterOf(value, now)).toBe(expected));
});
