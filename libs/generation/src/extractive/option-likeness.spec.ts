import { wordsOf } from '../words';
import { areTooMuchAlike, isOfOneLength, threeApart } from './option-likeness';

const option = (text: string) => ({ text, words: new Set(wordsOf(text)) });

describe('wrong options', () => {
  it('that say nearly the same are too much alike', () => {
    const one = option('carries water to the leaves');
    expect(areTooMuchAlike(one.words, option('carries water to leaves').words)).toBe(true);
    expect(areTooMuchAlike(one.words, option('stores starch').words)).toBe(false);
  });

  it('are the first three that differ from each other', () => {
    const options = ['carries water', 'carries water', 'stores starch', 'opens at night', 'makes sugar'].map(option);
    expect(threeApart(options).map(({ text }) => text)).toEqual(['carries water', 'stores starch', 'opens at night']);
  });

  it('are fewer where fewer differ', () => {
    expect(threeApart(['carries water', 'carries water'].map(option))).toHaveLength(1);
  });

  it('are of one length up to a factor, whichever is longer', () => {
    expect(isOfOneLength('abcd', 'ab', 2)).toBe(true);
    expect(isOfOneLength('ab', 'abcd', 2)).toBe(true);
    expect(isOfOneLength('ab', 'abcde', 2)).toBe(false);
  });
});
