import { tierOf, type Draft, type Written } from '../draft';
import type { DocumentWords } from './document-words';
import type { Fact, FactKind } from './fact';
import { ANY } from './languages/any';
import { optionsFor } from './options';
import { asksOf, inQuotes, WORTH, type Setting } from './setting';
import { isSubject } from './term-in-place';

/** Can be told wrong by another of its kind, for certain. */
const FALSIFIABLE: ReadonlySet<FactKind> = new Set<FactKind>([
  'year',
  'date',
  'century',
  'decade',
  'percent',
  'count',
  'person',
  'place',
  'term',
  'member',
]);

/** A term only where the sentence is about it: of others too little is known. */
export const isFalsifiable = (fact: Fact, text: string, words: DocumentWords): boolean =>
  FALSIFIABLE.has(fact.kind) && (fact.kind !== 'term' || isSubject(fact, text, words));

/** The sentence as it stands. */
export function trueStatement(facts: readonly Fact[], { sentence, words, random, standing, weak }: Setting): Draft[] {
  const sure = facts.find((fact) => isFalsifiable(fact, sentence.text, words) && optionsFor(fact, sentence.text, words, random));
  // a statement that no other could be made false of tells less of what a learner knows
  if (!sure && words.isLong && random() < HALF) return [];
  if (sentence.text.split(' ').length > MOST_WORDS || (!sure && words.language.code === ANY.code)) return [];
  const plain = isOfFairLength(sentence.text) && isOfItsMatter(facts, sentence.text, words);
  if (!sure && !plain && !facts.some((fact) => isSubject(fact, sentence.text, words) || (fact.start === 0 && fact.text.includes(' '))))
    return [];
  const written: Written = { stem: sentence.text, answer: 'true', explanation: inQuotes(sentence.text), bloomLevel: 'remember' };
  return [
    {
      type: 'true_false',
      sentence,
      asks: sure ? asksOf(sure) : 'name',
      score: standing + (sure ? 0.38 : 0.2),
      tier: tierOf(weak || !sure),
      write: () => written,
    },
  ];
}

/** Of what the document comes back to, or of somebody or some place that it names. */
const isOfItsMatter = (facts: readonly Fact[], text: string, { terms }: DocumentWords): boolean =>
  terms.isOnTopic(text) || facts.some(({ kind }) => kind === 'person' || kind === 'place');

/** Longer ones hold more than one statement. */
const MOST_WORDS = 32;

/** Of statements that can only be told as they are: with many of them to say “true” is always right, and a long document has others. */
const HALF = 0.5;

/** Neither a scrap nor a paragraph. */
function isOfFairLength(text: string): boolean {
  const { length } = text.split(' ');
  return length >= 8 && length <= 28;
}

/** The sentence with one of its facts changed into another of its kind. */
export function falseStatement(fact: Fact, { sentence, words, random, standing, weak }: Setting): Draft[] {
  if (fact.listed || !isFalsifiable(fact, sentence.text, words)) return [];
  const write = (): Written | undefined => {
    const [wrong] = optionsFor(fact, sentence.text, words, random) ?? [];
    if (wrong === undefined) return undefined;
    const stem = sentence.text.slice(0, fact.start) + wrong + sentence.text.slice(fact.end);
    return { stem, answer: 'false', explanation: `${wrong} → ${fact.text}: ${inQuotes(sentence.text)}`, bloomLevel: 'remember' };
  };
  return [{ type: 'true_false', sentence, asks: asksOf(fact), score: standing + WORTH[fact.kind] + 0.12, tier: tierOf(weak), write }];
}

/** What makes a phrase of its own with the word before it. */
const FIXED = /^ (?:tarde|bien|adelante|allá|o menos|oder weniger|denn|als nur|que nada)(?!\p{L})/u;

/** The sentence with its one word that has an opposite turned round: what has no fact to change can be false, too. */
export function oppositeStatement(facts: readonly Fact[], { sentence, words, standing, weak }: Setting): Draft[] {
  const { text } = sentence;
  const opposites = words.language.opposites;
  if (!opposites || !isOfFairLength(text) || !isOfItsMatter(facts, text, words)) return [];
  const turned = Array.from(text.matchAll(/(?<![\p{L}\p{M}-])[\p{L}\p{M}]+(?![\p{L}\p{M}-])/gu)).filter(([word]) => opposites.has(word));
  const [only] = turned;
  // two that are turned round may agree again, and `the more ..., the more` says one thing with both
  if (!only || turned.length > 1 || facts.some(({ start, end }) => only.index >= start && only.index < end)) return [];
  // `más tarde`, `más bien`
  if (FIXED.test(text.slice(only.index + only[0].length))) return [];
  const [word] = only;
  const other = opposites.get(word)!;
  const stem = text.slice(0, only.index) + other + text.slice(only.index + word.length);
  const written: Written = { stem, answer: 'false', explanation: `${other} → ${word}: ${inQuotes(text)}`, bloomLevel: 'understand' };
  return [
    { type: 'true_false', sentence, asks: 'name', score: standing + 0.24, tier: tierOf(weak || facts.length === 0), write: () => written },
  ];
}
