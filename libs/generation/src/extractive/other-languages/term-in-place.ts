import type { DocumentWords } from './document-words';
import type { Fact } from './fact';

/** What the document names once is hardly what it is about. */
export const isSeldom = (term: string, { terms }: DocumentWords) => terms.times(term.split(' ').at(-1)!) < 2;

/** `das Unbewusste` in a question about `dem Unbewussten`. */
export function isSeenIn(stem: string, answer: string): boolean {
  const last = answer
    .split(/[\s'’]/u)
    .at(-1)!
    .toLowerCase();
  return last.length > 4 && stem.toLowerCase().includes(last.slice(0, last.length < 8 ? Math.max(5, last.length - 2) : 6));
}

/** What a sentence is about: the term that it defines or begins with. */
export function isSubject(fact: Fact, text: string, { terms }: DocumentWords): boolean {
  return fact.kind === 'term' && (terms.definitionIn(text)?.term ?? terms.subjectIn(text))?.start === fact.start;
}

/** Too little is said in fewer words to tell one thing from all others, where words are told apart by spaces. */
const SHORT = 10;

/** No definition, and named but once or only by the way. */
export function isLesserTerm(fact: Fact, text: string, words: DocumentWords): boolean {
  if (fact.kind !== 'term' || words.terms.definitionIn(text)?.term.start === fact.start) return false;
  return isSeldom(fact.text, words) || !isSubject(fact, text, words) || (text.includes(' ') && text.split(' ').length < SHORT);
}

/** `活火山とは噴火した火山である`, `Ein Kernkraftwerk ist ein Kraftwerk`: what it is of stands beside the blank. */
export function isGivenAway({ kind, text: term, start, end }: Fact, text: string): boolean {
  if (kind !== 'term' && kind !== 'noun') return false;
  const rest = `${text.slice(0, start)} ${text.slice(end)}`.toLowerCase();
  // where what something is stands last, its last character is the kind
  if (DENSE.test(term)) return rest.replace(/(?:である|のこと|という|です|。|\s)+$/u, '').endsWith(term.slice(-1));
  // `desobediencia civil`, where `desobediencia` stands beside it
  if (term.includes(' ') && term.split(' ').some((word) => word.length > 5 && rest.includes(word.toLowerCase()))) return true;
  const tail = term.slice(-Math.max(5, Math.ceil(term.length / 2))).toLowerCase();
  return term.length >= 8 && rest.includes(tail);
}

const DENSE = /[\p{Script=Han}\p{Script=Katakana}]/u;
