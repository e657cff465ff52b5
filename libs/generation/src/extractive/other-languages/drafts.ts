import { tierOf, type Draft, type Written } from '../draft';
import { apart } from './apart';
import { askedOf, type AskedOf } from './asked';
import { blanks } from './blanks';
import type { DocumentWords } from './document-words';
import type { Fact } from './fact';
import { factsOf } from './facts';
import { optionsFor } from './options';
import { inQuotes, withOptions, type Setting } from './setting';
import { falseStatement, isFalsifiable, oppositeStatement, trueStatement } from './statements';
import { isSeenIn, isSeldom } from './term-in-place';
import { hasVagueSubject, isOfAStory, isOfUnnamed, isUnknown } from './unknown-subjects';
import type { SourceSentence } from '../source-sentence';

/** Of sentences with something to change: others can only be told as they are, and in all as many should be false as true. */
const TRUTHFUL = 0.3;

/** Every question that one sentence which stands alone can carry. */
export function draftsIn(sentence: SourceSentence, words: DocumentWords, random: () => number): Draft[] {
  const { text } = sentence;
  if (isOfAStory(text, words) || isOfUnnamed(text, words)) return [];
  const unknown = isUnknown(text, words);
  const vague = hasVagueSubject(text, words);
  const facts = factsOf(text, words).filter(({ kind }) => (kind !== 'count' || !unknown) && (kind !== 'noun' || !vague));
  const figures = facts.filter(({ text: figure, kind }) => kind === 'count' || /\p{Nd}/u.test(figure)).length;
  const setting = { sentence, words, random, standing: standingOf(sentence, facts, words), weak: vague || isWeak(text, words) };
  // which statements are true, the seed decides
  const truthful = random() < TRUTHFUL;
  // a sentence that is judged cannot be asked about too: two of five are, before all are asked about
  const judged = random() < 0.4 ? 0 : -0.25;
  // `La statua è alta 517 centimetri`: to ask for the statue is one thing, for its height another
  const besides = { ...setting, weak: setting.weak || unknown };
  const opposite = oppositeStatement(facts, besides);
  const wrong = [...facts.flatMap((fact) => falseStatement(fact, besides)), ...opposite];
  const canBeWrong = wrong.some(({ write }) => write() !== undefined);
  // what can only be turned round is turned round: there is enough that is true
  const mayBeTrue = opposite.length === 0 || facts.some((fact) => isFalsifiable(fact, text, words));
  const statements = !canBeWrong || (truthful && mayBeTrue) ? trueStatement(facts, besides) : wrong;
  const drafts = [
    ...askedOf(text, words, facts).flatMap((asked) => openQuestions(asked, facts, asked.asks === 'year' ? besides : setting)),
    ...facts.flatMap((fact) =>
      blanks(
        fact,
        facts,
        fact.kind === 'term'
          ? setting
          : fact.kind === 'count'
            ? { ...besides, weak: besides.weak || figures > (/\p{Nd}/u.test(fact.text) ? 2 : 1) }
            : besides,
      ),
    ),
    ...statements.map((draft) => ({ ...draft, score: draft.score + judged })),
  ];
  return apart(drafts, random);
}

function standingOf({ text, position }: SourceSentence, facts: readonly Fact[], { names, terms }: DocumentWords): number {
  const familiar = facts.map(({ kind, text: word }) => (kind === 'term' ? terms.times(word) : /^(?:person|place|name)$/.test(kind) ? names.times(word) : 0)); // prettier-ignore
  const length = text.split(' ').length;
  return 0.4 + (position === 0 ? 0.04 : 0) + 0.03 * Math.min(4, Math.log2(1 + Math.max(0, ...familiar))) - (length > 30 ? 0.01 * (length - 30) : 0); // prettier-ignore
}

function isWeak(text: string, { language }: DocumentWords): boolean {
  return language.code === 'und' || text.split(' ').length > 40;
}

function openQuestions({ asks, stem, answer }: AskedOf, facts: readonly Fact[], setting: Setting): Draft[] {
  const { sentence, standing, weak, random, words } = setting;
  const written: Written = { stem, answer, explanation: inQuotes(sentence.text), bloomLevel: asks === 'definition' ? 'understand' : 'remember' };
  const base = { sentence, asks, score: standing + 0.35, tier: tierOf(weak || (asks === 'term' && isSeldom(answer, words))) };
  if (asks === 'term' && isSeenIn(stem, answer)) return [];
  const fact = facts.find(({ text, kind }) => text === answer && kind === asks);
  const choice = fact && (() => withOptions(written, optionsFor(fact, sentence.text, words, random), random));
  return [{ ...base, type: 'short_answer', write: () => written }, ...(choice ? [{ ...base, type: 'multiple_choice' as const, write: choice }] : [])];
} // prettier-ignore
