import { shuffled } from '@lectern/platform';
import { BLANK } from '../question';
import { wordOverlap } from '../words';
import { inTheSource, type Draft } from './draft';
import type { Material } from './material';
import type { Agreement, Predicate } from './predicates';

/** Asks what the source says of the subject, against what it says of others. */
export function completion(predicate: Predicate, material: Material, standing: number, random: () => number): Draft {
  const { sentence, subject, text } = predicate;
  const write = () => {
    const wrong = otherPredicates(predicate, material, random);
    if (wrong.length < 3) return undefined;
    const stem = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${BLANK}.`;
    const options = shuffled([text, ...wrong], random);
    return { stem, answer: text, options, explanation: inTheSource(sentence), bloomLevel: 'understand' as const };
  };
  return { type: 'multiple_choice', sentence, asks: 'predicate', score: standing + WORTH, weak: false, write };
}

/** What is said of a thing is worth more than the name of it. */
const WORTH = 0.3;
const NEAREST = 8;
/** Longer or shorter by so much an option is seen through. */
const LENGTHS = 1.6;
/** Two that say nearly the same may both be right. */
const TOO_MUCH_ALIKE = 0.4;

function otherPredicates(own: Predicate, material: Material, random: () => number): string[] {
  const fitting = material
    .predicates()
    .filter((other) => isWrong(own, other) && agrees(own.agreement, other.agreement) && isOfOneLength(own.text, other.text));
  const near = fitting
    .map((other) => ({
      other,
      kinship: material.kinship(own.subjectLemmas.join(' '), other.subjectLemmas.join(' ')) + wordOverlap(own.words, other.words),
    }))
    .toSorted((a, b) => b.kinship - a.kinship)
    .slice(0, NEAREST)
    .map(({ other }) => other);
  const chosen: Predicate[] = [];
  for (const other of shuffled(near, random)) {
    if (chosen.length === 3) break;
    if (chosen.every((one) => wordOverlap(one.words, other.words) < TOO_MUCH_ALIKE)) chosen.push(other);
  }
  return chosen.map(({ text }) => text);
}

/** Said of something else, in a sentence that does not speak of this one. */
function isWrong(own: Predicate, other: Predicate): boolean {
  if (other.sentence === own.sentence) return false;
  return (
    !other.told.has(own.subjectLemmas.at(-1)!) &&
    !own.told.has(other.subjectLemmas.at(-1)!) &&
    wordOverlap(own.words, other.words) < TOO_MUCH_ALIKE
  );
}

const agrees = (own: Agreement, other: Agreement) =>
  own.tense === other.tense &&
  (own.plural === other.plural || (own.plural !== undefined && other.plural === undefined && own.tense === 'past'));

const isOfOneLength = (a: string, b: string) => a.length <= LENGTHS * b.length && b.length <= LENGTHS * a.length;
