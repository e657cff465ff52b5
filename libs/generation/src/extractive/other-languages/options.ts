import { shuffled } from '@lectern/platform';
import { containsWords } from '../../words';
import { countriesNear, isContinent } from './countries';
import { otherDates } from './dates';
import type { Fact } from './fact';
import { otherMembers } from './families';
import { otherCenturies, otherDecades, otherFigures, otherYears } from './figures';
import { isAcronym } from './name-edges';
import type { DocumentWords } from './document-words';
import { tokensOf } from './stands-alone';

/** Three wrong answers of the answer's kind that fit into its place; undefined where the document has too few. */
export function optionsFor(fact: Fact, text: string, words: DocumentWords, random: () => number): string[] | undefined {
  const found = candidatesFor(fact, text, words, random).filter((other) => !containsWords(text, other) && !text.includes(other));
  const chosen: string[] = [];
  for (const other of found) {
    if ([fact.text, ...chosen].some((known) => isSame(known, other))) continue;
    chosen.push(other);
    if (chosen.length === 3) return chosen;
  }
  return undefined;
}

function candidatesFor(fact: Fact, text: string, words: DocumentWords, random: () => number): string[] {
  switch (fact.kind) {
    case 'year':
      return otherYears(Number(fact.text), random)
        .filter((other) => keepsOrder(other, fact, text))
        .map(String);
    case 'date':
      return otherDates(fact.text, words.language, random);
    case 'decade':
      return otherDecades(fact.text, random);
    case 'century':
      return otherCenturies(fact.text, random);
    case 'percent':
      return otherFigures(fact.text, random, 100);
    case 'count':
      return /\p{N}/u.test(fact.text) ? otherFigures(fact.text, random) : otherNumbers(fact.text, words.language.numbers, random);
    case 'member':
      return otherMembers(fact.text, words.language, random);
    case 'noun':
      return otherNouns(fact, words, random);
    default:
      return alike(fact, words, random);
  }
}

/** `von 1870 bis 1939`: a year on the other side of another would be seen to be wrong. */
function keepsOrder(other: number, { text: answer, start }: Fact, text: string): boolean {
  const years = Array.from(text.matchAll(/(?<!\d)(?:1\d|20)\d\d(?!\d)/gu)).filter(({ index }) => index !== start);
  return years.every(([year]) => other !== Number(year) && other < Number(year) === Number(answer) < Number(year));
}

/** Number words near by. */
function otherNumbers(word: string, numbers: readonly string[], random: () => number): string[] {
  const at = numbers.indexOf(word);
  return shuffled([-3, -2, -1, 1, 2, 3], random)
    .map((shift) => numbers[at + shift])
    .filter((other) => other !== undefined);
}

/** Names and terms: of one kind, in one place of a sentence, and so of one gender, number and case where they have any. */
function alike(fact: Fact, words: DocumentWords, random: () => number): string[] {
  const { names, terms, language, titles } = words;
  const pool =
    fact.kind === 'term'
      ? terms.all
      : fact.kind === 'title'
        ? titles
        : fact.kind === 'name'
          ? [...names.of('name'), ...names.of('person')]
          : names.of(fact.kind);
  const continent = fact.kind === 'place' && isContinent(fact.text, language.code);
  const fits = pool.filter(
    (other) =>
      other.text !== fact.text &&
      isOfOneForm(fact, other, words) &&
      (other.kind !== 'place' || isContinent(other.text, language.code) === continent),
  );
  const count = (text: string) => text.split(' ').length;
  const near = fact.kind === 'place' && isBareCountry(fact, words) ? shuffled(countriesNear(fact.text, language.code), random) : [];
  return (
    shuffled(fits, random)
      .toSorted((a, b) => Math.abs(count(a.text) - count(fact.text)) - Math.abs(count(b.text) - count(fact.text)))
      // a noun of a language that writes all of them large may be a country
      .filter(({ text }) => !language.generic.has(text.toLowerCase()) && (fact.kind !== 'term' || !names.isCountryName(text)))
      .map(({ text }) => text)
      .concat(near, fact.kind === 'term' ? otherNouns(fact, words, random) : [])
  );
}

const otherNouns = (fact: Fact, { nouns, names }: DocumentWords, random: () => number) =>
  nouns.likeThe(fact, random).filter((other) => !names.isCountryName(other));

/** Without an article, and in a language whose names of countries have one form in every place. */
function isBareCountry({ text, frame }: Fact, { names, language: { articles, declines, code } }: DocumentWords): boolean {
  return names.isCountryName(text) && !articles.has(frame) && (!declines || code === 'de' || code === 'hi');
}

function isOfOneForm(fact: Fact, other: Fact, { language, names }: DocumentWords): boolean {
  if (fact.kind === 'name' && !isAcronym(fact.text)) return names.isAgent(other.text) && !other.text.includes(' ') && !isAcronym(other.text) && fact.frame === other.frame; // prettier-ignore
  if (fact.kind === 'name' && !isAcronym(other.text)) return false;
  const { articles, declines, code, generic } = language;
  const spread = Math.abs(other.text.split(' ').length - fact.text.split(' ').length);
  // a title of one word takes the endings of its part in the sentence, one of several words keeps its own
  if (fact.kind === 'title') return spread <= 3 && (!declines || (fact.text.includes(' ') && other.text.includes(' ')));
  if (spread > 1 || Math.abs(other.text.length - fact.text.length) > 14) return false;
  // a city in a country is in both
  if (fact.kind === 'place' && names.isCountryName(fact.text) !== names.isCountryName(other.text)) return false;
  if (code === 'tr') return fact.frame === other.frame;
  // an article tells gender and number
  // without an article any that is one alone fits
  if (fact.kind === 'term' && code === 'de' && fact.frame === '') return other.frame !== 'die +';
  const isArticle = (frame: string) => articles.has(frame.split(' ')[0]!);
  if ((isArticle(fact.frame) || isArticle(other.frame)) && fact.frame !== other.frame) return false;
  if (fact.kind === 'term') return isArticle(fact.frame) || sharesEnding(fact.text, other.text, language.code);
  if (fact.kind === 'person' && fact.text.includes(' ') !== other.text.includes(' ')) return false;
  if ((generic.has(fact.frame) || generic.has(other.frame)) && fact.frame !== other.frame) return false;
  return !declines || code === 'de' || (fact.frame === other.frame && sharesEnding(fact.text, other.text, code));
}

/** Words of one ending are mostly of one class and inflection; scripts without endings have none to compare. */
function sharesEnding(a: string, b: string, code: string): boolean {
  if (/^(?:zh|ja|ar|hi)$/.test(code)) return true;
  const class_ = (text: string) => (/[аяую]$/u.test(text) ? 'a' : /[ыиі]$/u.test(text) ? 'i' : /[ео]$/u.test(text) ? 'o' : /[aą]$/u.test(text) ? 'a' : /[yi]$/u.test(text) ? 'y' : /[eęouü]$/u.test(text) ? text.slice(-1) : 'consonant');
  return /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(a) && class_(a) === class_(b);
} // prettier-ignore

/** `Eisenhower` is also right where `Dwight Eisenhower` is, and a word that shares its beginning is another form of it. */
function isSame(a: string, b: string): boolean {
  const [first, second] = [tokensOf(a), tokensOf(b)];
  if (/^[\p{N}\s.,]+$/u.test(a) || /\d{4}/.test(a)) return a === b;
  const [last, otherLast] = [first.at(-1)!, second.at(-1)!];
  const isLike = (word: string, other: string) => word.length > 3 && other.length > 3 && word.slice(0, 5) === other.slice(0, 5);
  // the same name in another case
  const declined = first.length === second.length && first.every((word, i) => isLike(word, second[i]!));
  if (first.length > 1 && second.length > 1) return a.startsWith(b) || b.startsWith(a) || last === otherLast || declined;
  return second.some((word) => first.some((other) => isLike(word, other)));
}
