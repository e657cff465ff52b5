import type { Language } from './language';

/** What a sentence says by itself: without the words that tie it to the one before (`Sin embargo,`, `jedoch`), up to its semicolon. */
export function sayingOf(text: string, { connective, aside }: Language): string {
  const whole = withEnglishQuotes(text.replace(EDITORS_NOTE, ''));
  const [first = '', ...others] = whole.split(/[;；]/u);
  // more than one part a list
  const said = others.length === 1 ? first + (/[।。]/u.exec(text)?.[0] ?? '.') : whole;
  const plain = aside ? said.replace(aside, '') : said;
  return connective ? plain.replace(connective, '').replace(/^\p{Ll}/u, (letter) => (connective.test(plain) ? letter.toUpperCase() : letter)) : plain; // prettier-ignore
}

/** `[cita necesaria]`, `[vage]`. */
const EDITORS_NOTE = /\s?\[[^[\]\p{N}]{3,40}\]/gu;

/** Its main clause alone, where another clause follows that may lean on others: `..., was später verboten wurde`. */
export function mainClauseOf(said: string, { more }: Language): string | undefined {
  const clause = more ? said.replace(more, '') : said;
  return clause === said ? undefined : clause;
}

/** `„sauer“` ends with the mark that others begin with. */
const withEnglishQuotes = (text: string) => text.replace(/„([^„“”]*)[“”]/gu, '“$1”');
