import { shuffled } from '@lectern/platform';
import { BLANK } from '../question';
import { wordOverlap } from '../words';
import type { About } from './about';
import { NO_SUBJECT } from './definitions-and-reasons';
import { inTheSource, type Draft } from './draft';
import type { Material } from './material';
import { areTooMuchAlike, isOfOneLength, threeApart } from './option-likeness';
import { SenseClass } from './thesaurus';
import type { ChangedStatement } from './true-false';
import type { Agreement, Predicate } from './predicates';
import { isOfOneWorld } from './worlds';

/** Asks what the source says of the subject, against what it says of others: of such as are of its world, or else, behind all that is better, of any. */
export function completions(predicate: Predicate, material: Material, standing: number, random: () => number): Draft[] {
  const { sentence, front, subjectInside, text } = predicate;
  const subject = front ? `${front} ${subjectInside}` : predicate.subject;
  const stem = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${BLANK}.`;
  const of = (others: 'its world' | 'any') => otherPredicates(predicate, others, material, random);
  const written = (wrong: readonly string[] | undefined) =>
    wrong && {
      stem,
      answer: text,
      options: shuffled([text, ...wrong], random),
      explanation: inTheSource(sentence),
      bloomLevel: 'understand' as const,
    };
  const isFound = () => material.isFoundBy(predicate.stemLemmas);
  const base = { type: 'multiple_choice', sentence, asks: 'predicate' } as const;
  return [
    { ...base, score: standing + WORTH, tier: 'good', write: () => written(isFound() ? of('its world') : undefined) },
    {
      ...base,
      score: standing + WORTH - SETBACK,
      tier: 'weak',
      write: () => written(isFound() && !of('its world') ? of('any') : undefined),
    },
  ];
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
/** Where the others are of another world, and that is seen. */
const SETBACK = 0.8;
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

/** Three, or none. */
function otherPredicates(own: Predicate, others: 'its world' | 'any', material: Material, random: () => number): string[] | undefined {
  const predicates = material.claims.predicates.filter((other) => others === 'any' || isMeantOf(own, other));
  // among many some must be of its world
  const least = material.claims.predicates.length > MANY ? LEAST_RANK : -Infinity;
  const near = predicates
    .flatMap((other) => optionFrom(own, other, material))
    .filter(({ rank }) => rank >= least)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, NEAREST);
  const chosen = threeApart(shuffled(near, random));
  return chosen.length === 3 ? chosen.map(({ text }) => text) : undefined;
}

/** None where it may be true of the subject, or is seen to be said of others. */
function optionFrom(own: Predicate, other: Predicate, material: Material): Option[] {
  const text = isWrong(own, other) ? inFormOf(own.agreement, other) : undefined;
  if (text === undefined || !isOfOneLength(own.text, text, LENGTHS) || !isHumanAlike(own.about, other.about, material)) return [];
  // "is the Bank of America Tower": one thing alone is
  if (other.identity === 'named' && own.identity !== 'named') return [];
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
  return !tells(other, own.subjectLemmas.at(-1)!) && !tells(own, other.subjectLemmas.at(-1)!) && !areTooMuchAlike(own.words, other.words);
}

/** In either number: the tagger has `Osteoclasts` for a name where they begin the sentence. */
const tells = ({ told }: Predicate, lemma: string) => told.has(lemma) || told.has(`${lemma}s`) || told.has(lemma.replace(/s$/, ''));

/** Neither what an army does of a tower, nor that it is a mermaid; and what is answered says nothing of what it is about. */
function isMeantOf(own: Predicate, other: Predicate): boolean {
  const beings = [other.about.world, other.identity].filter((world) => world !== undefined && world !== 'named');
  return beings.every((world) => isOfOneWorld(own.about.world, world)) && !NO_SUBJECT.test(other.about.head);
}

/** What people do is not said of rivers. */
function isHumanAlike(own: About, other: About, { thesaurus }: Material): boolean {
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
