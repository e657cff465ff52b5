import { requestIdOf } from './request-id';

describe('requestIdOf', () => {
  it.each(['check-1', 'aZ09_.:@/+=~-', 'a'.repeat(128)])('keeps the sane id %s', (id) => expect(requestIdOf(id)).toBe(id));

  it.each([undefined, '', 'a'.repeat(129), '<script>', 'a b', 'é', 'a"', '${jndi}', 'a\n'])('makes a new one instead of %j', (id) => {
    expect(requestIdOf(id)).toMatch(/^[0-9a-f-]{36}$/);
  });
});
