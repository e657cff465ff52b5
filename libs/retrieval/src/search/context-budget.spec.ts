import { tokensOf, withinTokens } from './context-budget';

describe('withinTokens', () => {
  const texts = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(400)].map((text) => ({ text }));

  it.each([
    [1000, 3],
    [20, 2],
    [19, 1],
    [0, 1],
    [Infinity, 3],
  ])('gives what fits into %d tokens, one at least', (tokens, count) => expect(withinTokens(texts, tokens)).toEqual(texts.slice(0, count)));

  it('gives nothing of nothing', () => expect(withinTokens([], 0)).toEqual([]));
});

describe('tokensOf', () => {
  it('counts four letters, or one character of a script without them', () => {
    expect(tokensOf('magma is molten!')).toBe(4);
    expect(tokensOf('火山爆发')).toBe(4);
  });
});
