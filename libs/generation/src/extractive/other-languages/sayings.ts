import type { Language } from './language';

/** What a sentence says by itself: without the words that tie it to the one before (`Sin embargo,`, `jedoch`), up to its semicolon. */
export function sayingOf(text: string, { connective, aside }: Language): string {
  const whole = withEnglishQuotes(text);
  const [first = '', ...others] = whole.split(/[;；]/u);
  // more than one part a list
  const said = others.length === 1 ? first + (/[।。]/u.exec(text)?.[0] ?? '.') : whole;
  const plain = aside ? said.replace(aside, '') : said;
  return connective ? plain.replace(connective, '').replace(/^\p{Ll}/u, (letter) => (connective.test(plain) ? letter.toUpperCase() : letter)) : plain; // prettier-ignore
}

/** `„sauer“` ends with the mark that others begin with. */
const withEnglishQuotes = (text: string) => text.replace(/„([^„“”]*)[“”]/gu, '“$1”');
