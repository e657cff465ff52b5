import { BLANK } from '../../question';
import { containsWords } from '../../words';
import { tierOf, type Draft, type Written } from '../draft';
import type { DocumentWords } from './document-words';
import type { Fact } from './fact';
import { isAcronym } from './name-edges';
import { optionsFor } from './options';
import { asksOf, inQuotes, withOptions, WORTH, type Setting } from './setting';
import { isGivenAway, isLesserTerm, isSeenIn, isSeldom, isSubject } from './term-in-place';

/** A term that the sentence speaks of without saying what it is. */
const LESSER_TERM = 0.12;

/** The sentence without one of its facts, to be filled in or chosen. */
export function blanks(fact: Fact, facts: readonly Fact[], { sentence, words, random, standing, weak }: Setting): Draft[] {
  const { text } = sentence;
  // of what a name is, nothing tells, but `NBC` is one of its like, and whoever does something one of those who do
  if ((fact.kind === 'name' && !isAcronym(fact.text) && !isAgent(fact, text, words)) || isGivenAway(fact, text) || /\($/u.test(text.slice(0, fact.start))) return [];
  const stem = text.slice(0, fact.start) + BLANK + text.slice(fact.end);
  if (containsWords(stem, fact.text) || stem.includes(fact.text) || ((fact.kind === 'term' || fact.kind === 'noun') && isSeenIn(stem, fact.text))) return [];
  const written: Written = { stem, answer: fact.text, explanation: inQuotes(text), bloomLevel: fact.kind === 'term' || fact.kind === 'noun' ? 'understand' : 'remember' };
  const lesser = fact.kind === 'term' && words.terms.definitionIn(text)?.term.start !== fact.start;
  const base = { sentence, asks: asksOf(fact), score: standing + (lesser ? LESSER_TERM : WORTH[fact.kind]) } as const;
  const drafts: Draft[] = [
    { ...base, type: 'multiple_choice', tier: tierOf(weak || fact.listed || isLesserTerm(fact, text, words) || (fact.kind === 'person' && !fact.text.includes(' '))), write: () => withOptions(written, optionsFor(fact, text, words, random), random) },
  ];
  if (isClear(fact, facts, text, words)) drafts.push({ ...base, type: 'cloze', tier: tierOf(weak || isLesserTerm(fact, text, words)), write: () => written });
  return drafts;
} // prettier-ignore

/** Somebody of one name, right before what he or she did. */
function isAgent({ text: name, end }: Fact, text: string, { names, language }: DocumentWords): boolean {
  return !name.includes(' ') && names.isAgent(name) && language.past?.test(text.slice(end).split(' ').slice(1, 3).join(' ')) === true;
}

/** Whether what goes into the blank is told by the words around it, without options to choose from. */
function isClear(fact: Fact, facts: readonly Fact[], text: string, words: DocumentWords): boolean {
  if (fact.listed) return false;
  switch (fact.kind) {
    case 'percent':
    case 'count':
    case 'century':
    case 'decade':
    case 'title':
      return true;
    case 'year':
      return YEAR_WORD.test(text.slice(0, fact.start)) || (words.language.yearAfter?.test(text.slice(fact.end)) === true && words.language.code !== 'de');
    case 'term':
      return isSubject(fact, text, words) && (!isSeldom(fact.text, words) || words.terms.definitionIn(text) !== undefined);
    case 'person':
      // `Robert`, `Phillips`: of a story's people one name tells too little
      return fact.text.includes(' ') && facts.some(({ kind }) => /^(?:year|date|title|count)$/.test(kind));
    case 'place':
      // with a date or a figure beside it there is hardly another
      return facts.some(({ kind }) => /^(?:year|date|title|count)$/.test(kind));
    default:
      return false;
  }
} // prettier-ignore

const YEAR_WORD = /(?:Jahre?|año|année|anno|ano|jaar|عام|سنة|العام) $/u;
