import { LegibleText, type Vocabulary } from './legible-text';

/** Of as many made-up pieces of each script as are given, and some whole words. */
function vocabulary(pieces: Record<string, number>, words: readonly string[] = []): Vocabulary {
  const all = Object.entries(pieces).flatMap(([piece, times]) => Array.from({ length: times }, () => piece));
  return { size: all.length, pieces: (step) => all.filter((_, i) => i % step === 0), knows: (word) => words.includes(word.toLowerCase()) };
}

describe('LegibleText', () => {
  const known = ['when', 'was', 'the', 'old', 'mill', 'of', 'village', 'built'];
  const english = new LegibleText(vocabulary({ ab: 26_000, প: 90, 的: 526, не: 8 }, known));
  const many = new LegibleText(vocabulary({ ab: 100_000, не: 30_000, प्र: 4_000, 的: 20_000 }));

  it.each([
    ['words that its vocabulary knows', 'When was the mill of the village built?', true],
    ['a few that it does not know', 'When was the old mill of the village Hvammstangi built?', true],
    ['mostly words that it does not know', 'Wann wurde die alte Mühle des Dorfes gebaut?', false],
    ['two words, which may be terms', 'chlorophyll fluorescence', true],
    ['a script that it has single letters of', 'গ্রাম', false],
    ['Chinese, with as many characters as it met by the way', '村庄的磨坊', false],
    ['Cyrillic', 'мельница', false],
    ['mostly Cyrillic', 'мельница деревни DNA', false],
    ['no letters', '1914 — 1918?', true],
    ['nothing', '', true],
    ['emoji and a lone surrogate', '🙂 \ud83d', true],
  ])('a model of one alphabet reads %s: %s is %s', (_, text, expected) => expect(english.isLegible(text)).toBe(expected));

  it.each([
    ['Wann wurde die alte Mühle des Dorfes gebaut?', true],
    ['Когда построили старую мельницу?', true],
    ['पुरानी चक्की कब बनी थी?', true],
    ['村庄的磨坊', true],
    ['გამარჯობა', false],
  ])('a model of many scripts reads whatever is written in one of them: %s is %s', (text, expected) =>
    expect(many.isLegible(text)).toBe(expected),
  );
});
