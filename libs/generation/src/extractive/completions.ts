import { shuffled } from '@lectern/platform';
import { BLANK } from '../question';
import { wordOverlap } from '../words';
import { inTheSource, type Draft } from './draft';
import type { Material } from './material';
import { areTooMuchAlike, isOfOneLength, threeApart } from './option-likeness';
import { SenseClass } from './thesaurus';
import type { ChangedStatement } from './true-false';
import type { About, Agreement, Predicate } from './predicates';

/** Asks what the source says of the subject, against what it says of others. */
export function completion(predicate: Predicate, material: Material, standing: number, random: () => number): Draft {
  const { sentence, front, subjectInside, text } = predicate;
  const subject = front ? `${front} ${subjectInside}` : predicate.subject;
  const write = () => {
    if (!material.isFoundBy(predicate.stemLemmas)) return undefined;
    const wrong = otherPredicates(predicate, material, random);
    if (wrong.length < 3) return undefined;
    const stem = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${BLANK}.`;
    const options = shuffled([text, ...wrong], random);
    return { stem, answer: text, options, explanation: inTheSource(sentence), bloomLevel: 'understand' as const };
  };
  return { type: 'multiple_choice', sentence, asks: 'predicate', score: standing + WORTH, tier: 'good', write };
}

/** The statement with what the source says of another in the place of its subject; undefined where there is none that could be meant. */
export function withWrongSubject(predicate: Predicate, material: Material, random: () => number): ChangedStatement | undefined {
  const others = material.claims.predicates
    .filter((other) => other.isKnown && other.front === '' && isWrong(predicate, other) && hasSameNumber(predicate, other))
    .filter((other) => isMistakenFor(predicate.about, other.about, material) && !predicate.words.has(other.about.head))
    // "hormones" are "sex hormones" too
    .filter(({ subjectLemmas }) => !subjectLemmas.some((lemma) => predicate.subjectLemmas.includes(lemma)));
  const near = others.toSorted((a, b) => kinshipOf(predicate, b, material) - kinshipOf(predicate, a, material)).slice(0, NEAREST);
  const [wrong] = shuffled(near, random);
  if (!wrong) return undefined;
  const { front, text } = predicate;
  const subject = front ? `${front} ${wrong.subjectInside}` : wrong.subject;
  return { statement: `${subject} ${text}.`, wrong: wrong.subjectInside, right: predicate.subjectInside };
}

/** A person for a person, a gland for a gland. */
function isMistakenFor(own: About, other: About, { thesaurus }: Material): boolean {
  if (own.kind !== other.kind) return false;
  return own.kind !== 'term' || thesaurus.relation(own.head, other.head) === 'akin' || thesaurus.nearness(own.head, other.head) >= NEAR;
}

const NEAR = 0.6;

const hasSameNumber = (own: Predicate, other: Predicate) =>
  (own.agreement.plural ?? own.agreement.subjectPlural) === (other.agreement.plural ?? other.agreement.subjectPlural);

const kinshipOf = (own: Predicate, other: Predicate, material: Material) =>
  material.kinship(own.subjectLemmas.join(' '), other.subjectLemmas.join(' ')) + wordOverlap(own.words, other.words);

/** What is said of a thing is worth more than the name of it. */
const WORTH = 0.3;
const NEAREST = 8;
const MANY = 40;
const LEAST_RANK = 0.08;
/** Longer or shorter by so much an option is seen through. */
const LENGTHS = 1.8;

interface Option {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly rank: number;
}

function otherPredicates(own: Predicate, material: Material, random: () => number): string[] {
  const { predicates } = material.claims;
  // among many some must be of its world
  const least = predicates.length > MANY ? LEAST_RANK : -Infinity;
  const near = predicates
    .flatMap((other) => optionFrom(own, other, material))
    .filter(({ rank }) => rank >= least)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, NEAREST);
  return threeApart(shuffled(near, random)).map(({ text }) => text);
}

/** None where it may be true of the subject, or is seen to be said of others. */
function optionFrom(own: Predicate, other: Predicate, material: Material): Option[] {
  const text = isWrong(own, other) ? inFormOf(own.agreement, other) : undefined;
  if (text === undefined || !isOfOneLength(own.text, text, LENGTHS) || !isOfOneWorld(own.about, other.about, material)) return [];
  const kinship = kinshipOf(own, other, material) + likeness(own.about, other.about, material);
  // one form tells less than two
  const rank = kinship - (text === other.text ? 0 : ANOTHER_NUMBER) - (own.agreement.tense === other.agreement.tense ? 0 : ANOTHER_TENSE);
  return [{ text, words: other.words, rank }];
}

const ANOTHER_NUMBER = 0.2;
const ANOTHER_TENSE = 0.6;

/** Said of something else, in a sentence that does not speak of this one. */
function isWrong(own: Predicate, other: Predicate): boolean {
  if (other.sentence.span.end === own.sentence.span.end) return false;
  return (
    !other.told.has(own.subjectLemmas.at(-1)!) && !own.told.has(other.subjectLemmas.at(-1)!) && !areTooMuchAlike(own.words, other.words)
  );
}

/** What people do is not said of rivers. */
function isOfOneWorld(own: About, other: About, { thesaurus }: Material): boolean {
  if (own.kind === 'person' || other.kind === 'person') return isPerson(own, thesaurus) && isPerson(other, thesaurus);
  return true;
}

/** A name beside names, a gland beside glands. */
function likeness(own: About, other: About, { thesaurus }: Material): number {
  if ((own.kind === 'term') !== (other.kind === 'term')) return -ANOTHER_NUMBER;
  return own.kind === 'term' ? NEARNESS_COUNTS * thesaurus.nearness(own.head, other.head) : 0;
}

const isPerson = ({ kind, head }: About, thesaurus: Material['thesaurus']) =>
  kind === 'person' || kind === 'people' || (kind === 'term' && thesaurus.isMostly(head, SenseClass.person));

const NEARNESS_COUNTS = 0.3;

function inFormOf(own: Agreement, { agreement, text, ofOtherNumber }: Predicate): string | undefined {
  const plural = own.plural ?? own.subjectPlural;
  return agreement.plural === undefined || plural === agreement.plural ? text : ofOtherNumber;
}
