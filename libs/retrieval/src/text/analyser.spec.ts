import fc from 'fast-check';
import { analyse, contentWords } from './analyser';

describe('contentWords', () => {
  it.each([
    ['What were the universities founded for?', ['univers', 'found']],
    ['Welche Kernkraftwerke wurden in Deutschland gebaut?', ['kernkraftwerk', 'deutschland', 'gebaut']],
    ['¿Cuándo se firmaron las declaraciones?', ['firm', 'declar']],
    ['Какие города стоят на Волге?', ['город', 'сто', 'волг']],
    ['प्रकाश संश्लेषण कहाँ होता है?', ['प्रकाश', 'संश्लेषण']],
    ['光合作用是什么', ['光合', '合作', '作用', '用是', '是什']],
    ['2026年の東京', ['2026', '年の', 'の東', '東京']],
  ])('of %j are %j', (text, expected) => expect(contentWords(text)).toEqual(expected));

  it('are the stop words where there is nothing else', () => {
    expect(contentWords('to be or not to be')).toEqual(['to', 'be', 'or', 'not']);
  });

  it('find a word again whatever its case, accents or form', () => {
    expect(contentWords('ÉTUDES')).toEqual(contentWords('etudes'));
    expect(contentWords('ﬁlms')).toEqual(contentWords('film'));
    expect(contentWords('مَدْرَسَة')).toEqual(contentWords('مدرسة'));
  });
});

describe('analyse', () => {
  it.each(['\u064b', '\u0301', 'a \u064b'])('has a stem for the marks without a letter in %j', (text) => {
    for (const { stem, word } of analyse(text)) expect([stem, word]).not.toContain('');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { stem, word } of analyse(text)) expect(stem.length > 0 && word.length > 0).toBe(true);
      }),
    );
  });

  it('keeps every word of the text, stop words too', () => {
    expect(analyse('The cat sat').map(({ word, content }) => [word, content])).toEqual([
      ['the', false],
      ['cat', true],
      ['sat', true],
    ]);
  });
});
