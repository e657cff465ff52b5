import type { BloomLevel } from '../question';
import type { Clause } from './clause';
import { withWrongSubject } from './completions';
import { distractorsFor } from './distractors';
import { inTheSource, tierOf, type Draft, type Setting, type Written } from './draft';
import { sentenceText } from './question-text';
import { wrongAnswers } from './relations/wrong-answers';
import type { SourceSentence } from './source-sentence';
import type { PooledTarget } from './target-pool';
import { withOpposite, type ChangedStatement } from './true-false';
import { speaksOfUnnamed } from './weak-definites';

const LEAST_WORDS = 6;
const MOST_WORDS = 28;
/** Without a name or a figure in it a statement must say more, and stand among whole sentences. */
const LEAST_OF_NOBODY = 9;
const LEAST_PROSE = 0.7;
/** Where no change of it is found, what was to be false is true. */
const STANDS_IN = 0.3;

/** The statement as the source has it, or changed in one place. */
export function statements(setting: Setting, clause: Clause | undefined, targets: readonly PooledTarget[]): Draft[] {
  const { sentence, material, truthful, score } = setting;
  const anchors = targets.filter((target) => target.kind !== 'term');
  const stem = sentenceText(clause ? [...clause.front, ...clause.subject, ...clause.verbs, ...clause.rest] : sentence.statement);
  const length = stem.split(' ').length;
  if (
    length < LEAST_WORDS ||
    length > MOST_WORDS ||
    speaksOfUnnamed(sentence.statement, material) ||
    /\b(?:two|three|four|several|many) things\b/.test(stem)
  )
    return [];
  // one name of unknown kind says little: "Lots of work has been done on the Installer."
  const isAnchored = anchors.length > 1 || anchors.some((target) => target.kind !== 'name');
  const isTold = isAnchored || material.claims.predicateOf(sentence)?.isKnown === true;
  if (!isTold && (!clause || length < LEAST_OF_NOBODY || sentence.prose < LEAST_PROSE)) return [];
  const base = { type: 'true_false', sentence, asks: 'name', tier: tierOf(!isTold) } as const;
  const worth = score + 0.25 + 0.05 * Math.min(3, anchors.length) - (HEDGE.test(stem) ? 0.12 : 0);
  const asTrue = () => ({ stem, answer: 'true', explanation: inTheSource(sentence), bloomLevel: 'remember' }) as const;
  if (truthful) return [{ ...base, score: worth, write: asTrue }];
  return [
    { ...base, score: worth, write: () => falsehood(stem, setting, targets) },
    { ...base, score: worth - STANDS_IN, tier: 'weak', write: asTrue },
  ];
}

/** Who hedges is always right. */
const HEDGE = /\b(?:may|might|could|can|often|some|many|sometimes|probably|perhaps|should|usually|generally)\b/i;

function falsehood(stem: string, setting: Setting, targets: readonly PooledTarget[]): Written | undefined {
  const { sentence, material, random } = setting;
  const predicate = material.claims.predicateOf(sentence);
  const changed =
    withOpposite(stem) ??
    withWrongAnswer(stem, setting) ??
    (predicate?.isKnown ? withWrongSubject(predicate, material, random) : undefined) ??
    withWrongTerm(stem, setting, targets);
  return changed && asFalse(sentence, changed, 'understand');
}

/** By what the source tells of another: `work in [community drugstores]`. */
function withWrongAnswer(stem: string, { sentence, material, random }: Setting): ChangedStatement | undefined {
  for (const told of material.claims.relationsOf(sentence)) {
    const [wrong] = isOnce(stem, told.answer) ? (wrongAnswers(told, material, random) ?? []) : [];
    if (wrong !== undefined && isArticled(stem, told.answer, wrong))
      return { statement: stem.replace(told.answer, () => wrong), wrong, right: told.answer };
  }
  return undefined;
}

/** By a term of the same field. */
function withWrongTerm(
  stem: string,
  { sentence, material, random }: Setting,
  targets: readonly PooledTarget[],
): ChangedStatement | undefined {
  for (const target of targets.filter(({ kind, words }) => kind === 'term' && words > 1)) {
    const [wrong] = isOnce(stem, target.text) ? (distractorsFor(target, sentence.text, stem, material, random) ?? []) : [];
    if (wrong?.split(' ').length === target.words && isArticled(stem, target.text, wrong))
      return { statement: stem.replace(target.text, () => wrong), wrong, right: target.text };
  }
  return undefined;
}

const isOnce = (stem: string, part: string) => stem.split(part).length === 2;

/** `an integer`, but `a tic mark`. */
const isArticled = (stem: string, right: string, wrong: string) =>
  !new RegExp(`\\ban? ${RegExp.escape(right)}`, 'iu').test(stem) || /^[aeiou]/i.test(right) === /^[aeiou]/i.test(wrong);

/** Says what was put in whose place. */
export function asFalse(sentence: SourceSentence, { statement, right, wrong }: ChangedStatement, bloomLevel: BloomLevel): Written {
  return { stem: statement, answer: 'false', explanation: `It is “${right}”, not “${wrong}”. ${inTheSource(sentence)}`, bloomLevel };
}
