import { fold, words } from './words';

describe('words', () => {
  it.each([
    ['Don’t panic: it’s 3.14!', ['don', 't', 'panic', 'it', 's', '3', '14']],
    ['विश्वविद्यालय में', ['विश्वविद्यालय', 'में']],
    ['ﬁlm ２０２６', ['film', '2026']],
    ['🙂 — …', []],
  ])('of %j are %j', (text, expected) => expect(words(text)).toEqual(expected));
});

describe('fold', () => {
  it.each([
    ['größe', 'grosse'],
    ['año', 'ano'],
    ['łódź', 'lodz'],
    ['άνθρωπος', 'ανθρωπος'],
    ['йод', 'йод'],
    ['مَدْرَسَة', 'مدرسه'],
    ['सड़क', 'सडक'],
    ['量子', '量子'],
  ])('makes %s %s', (word, expected) => expect(fold(word.normalize('NFKC'))).toBe(expected));
});
