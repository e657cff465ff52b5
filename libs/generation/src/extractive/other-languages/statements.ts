import type { Draft, Written } from '../draft';
import type { Fact, FactKind } from './fact';
import { optionsFor } from './options';
import { asksOf, inQuotes, WORTH, type Setting } from './setting';
import { isSubject } from './term-in-place';

/** Can be told wrong by another of its kind, for certain. */
const FALSIFIABLE: ReadonlySet<FactKind> = new Set<FactKind>(['year', 'date', 'century', 'percent', 'count', 'person', 'place', 'term']);

/** The sentence as it stands. */
export function trueStatement(facts: readonly Fact[], { sentence, words, random, standing, weak }: Setting): Draft[] {
  const sure = facts.find(
    (fact) =>
      FALSIFIABLE.has(fact.kind) &&
      (fact.kind !== 'term' || isSubject(fact, sentence.text, words)) &&
      optionsFor(fact, sentence.text, words, random),
  );
  // a statement that no other could be made false of tells less of what a learner knows
  if (!sure && random() < HALF) return [];
  const plain = words.terms.isOnTopic(sentence.text) && isOfFairLength(sentence.text);
  if (!sure && !plain && !facts.some((fact) => isSubject(fact, sentence.text, words) || (fact.start === 0 && fact.text.includes(' '))))
    return [];
  const written: Written = { stem: sentence.text, answer: 'true', explanation: inQuotes(sentence.text), bloomLevel: 'remember' };
  return [
    {
      type: 'true_false',
      sentence,
      asks: sure ? asksOf(sure) : 'name',
      score: standing + (sure ? 0.38 : 0.2),
      weak: weak || !sure,
      write: () => written,
    },
  ];
}

/** Of statements that can only be told as they are: too many of them, and to say “true” is always right. */
const HALF = 0.5;

/** Neither a scrap nor a paragraph. */
function isOfFairLength(text: string): boolean {
  const { length } = text.split(' ');
  return length >= 8 && length <= 28;
}

/** The sentence with one of its facts changed into another of its kind. */
export function falseStatement(fact: Fact, { sentence, words, random, standing, weak }: Setting): Draft[] {
  if (!FALSIFIABLE.has(fact.kind) || fact.listed || (fact.kind === 'term' && !isSubject(fact, sentence.text, words))) return [];
  const write = (): Written | undefined => {
    const [wrong] = optionsFor(fact, sentence.text, words, random) ?? [];
    if (wrong === undefined) return undefined;
    const stem = sentence.text.slice(0, fact.start) + wrong + sentence.text.slice(fact.end);
    return { stem, answer: 'false', explanation: `${wrong} → ${fact.text}: ${inQuotes(sentence.text)}`, bloomLevel: 'remember' };
  };
  return [{ type: 'true_false', sentence, asks: asksOf(fact), score: standing + WORTH[fact.kind] + 0.12, weak, write }];
}
