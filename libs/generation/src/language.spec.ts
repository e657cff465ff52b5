import { isEnglish } from './language';

describe('isEnglish', () => {
  it.each([
    'The Suez Canal was opened in 1869 after ten years of work.',
    'Napoleon abandoned Moscow because the winter destroyed his supplies.',
  ])('is true of %s', (text) => expect(isEnglish(text)).toBe(true));
  it.each([
    'Der Amazonas-Regenwald ist ein feuchter Laubwald, der den größten Teil des Amazonasbeckens bedeckt.',
    'La fotosíntesis es el proceso por el cual las plantas convierten la luz en energía química.',
    'वारसॉ का पहला स्टॉक एक्सचेंज 1817 में स्थापित किया गया था।',
    '光合作用是植物利用光能的过程。',
    '',
  ])('is false of %s', (text) => expect(isEnglish(text)).toBe(false));

  it('does not take Dutch for English, which has some of its words', () => {
    expect(isEnglish('De haven in Rotterdam werd in 1872 geopend en was in 1962 of 1963 over de hele wereld de grootste.')).toBe(false);
    expect(isEnglish('The harbour in Rotterdam was opened in 1872 and was the largest in the world in 1962.')).toBe(true);
  });
});
