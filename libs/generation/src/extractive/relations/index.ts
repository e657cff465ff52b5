import type { Clause } from '../clause';
import type { Asked } from '../draft';
import type { Token } from '../tagger';
import { complementOf } from './complements';
import { conditionOf, consequenceOf, durationOf } from './conditions';
import { identityOf } from './identities';
import { objectOf } from './objects';
import { meansOf, purposeOf, reasonFor, useOf } from './reasons';
import type { Around, KnownWords } from './relation';
import { subjectOf } from './subjects';
import { headOf } from './things';
import { whereaboutsOf } from './whereabouts';

const OF_A_CLAUSE = [
  reasonFor,
  meansOf,
  purposeOf,
  useOf,
  conditionOf,
  durationOf,
  complementOf,
  whereaboutsOf,
  objectOf,
  subjectOf,
  identityOf,
];

/** Questions for what a sentence says beside names and numbers: why, how, what for, when, where, of what, and what follows. */
export function relationQuestions(statement: readonly Token[], clause: Clause | undefined, { words, isProse }: Around): Asked[] {
  const consequence = isProse ? consequenceOf(statement, words) : undefined;
  if (
    !isProse &&
    clause &&
    clause.subject.filter(({ pos }) => pos === 'NOUN' || pos === 'ADJ' || pos === 'PROPN').length < 2 &&
    !clause.subject.some((token) => words.isName(token))
  )
    return [];
  if (!clause || isUncertain(clause, words)) return consequence ? [consequence] : [];
  const askers = isLoose(clause.subject) ? [identityOf] : OF_A_CLAUSE;
  return [consequence, ...askers.map((ask) => ask({ clause, words }))].filter((asked) => asked !== undefined);
}

/** `a positive value`, `the commands in arg`: of what is not said. */
function isLoose(subject: readonly Token[]): boolean {
  const head = headOf(subject);
  return head === undefined || OF_NOTHING.test(head);
}

const OF_NOTHING =
  /^(?:advantage|amount|answer|argument|case|command|difference|example|form|goal|idea|item|kind|line|list|name|number|one|option|parameter|part|point|problem|question|rate|reason|rest|result|set|step|thing|type|value|way|word)$/;

/** Of whom it speaks, or how its first word is written inside a sentence, nobody can tell. */
function isUncertain({ subject }: Clause, words: KnownWords): boolean {
  const [first] = subject;
  if (!first || subject.some(({ lower }) => OF_OTHERS.test(lower))) return true;
  if (subject.length === 1 && (first.pos === 'ADJ' || /(?:ic|ish|ous|ive)$/.test(first.lower))) return true;
  return first.pos === 'ADJ' && /^\p{Lu}/u.test(subject[1]?.text ?? '') && !words.isName(first);
}

const OF_OTHERS =
  /^(?:more|fewer|less|other|others|further|another|additional|notable|recent|certain|various|similar|same|smaller|larger)$/;
