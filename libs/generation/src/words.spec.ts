import { containsWords, wordsOf } from './words';

describe('wordsOf', () => {
  it('parts words that have no spaces between them', () => {
    expect(wordsOf('光合作用释放氧气。')).toEqual(expect.arrayContaining(['氧气']));
    expect(containsWords('植物利用光能', '光')).toBe(false);
  });

  it('keeps the marks of a script with its letters', () => expect(wordsOf('वारसॉ, 1867')).toEqual(['वारसॉ', '1867']));
});
