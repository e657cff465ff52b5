import { BLANK } from '../question';
import { shuffled } from '../seeded-random';
import { wordOverlap, wordsOf } from '../words';
import type { Clause } from './clause';
import { inTheSource, type Draft } from './draft';
import type { Material, SourceSentence } from './material';
import { isVerbal } from './phrases';
import { render, type Token } from './tagger';

/** What a sentence says of its subject: `TraceMonkey | records a trace tree for each hot loop`. */
export interface Predicate {
  readonly sentence: SourceSentence;
  readonly subject: string;
  /** The words of the subject that carry meaning, as the lexicon has them. */
  readonly subjectLemmas: readonly string[];
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** All words of its sentence, as the lexicon has them. */
  readonly told: ReadonlySet<string>;
  readonly agreement: Agreement;
}

interface Agreement {
  /** Undefined where the form fits both: `ran`, `can run`. */
  readonly plural: boolean | undefined;
  readonly tense: 'present' | 'past';
}

const LEAST_WORDS = 5;
const MOST_WORDS = 18;
/** What more passages speak of is a theme of the text: much is true of it, and nobody finds the place by its name alone. */
const MOST_PASSAGES = 4;
/** Of a large text only a part is read: what is met twice in it is met often in the whole. */
const PASSAGES_OF_SMALL = 100;

/** Undefined where the subject is no term or name, or what is said of it leans on other sentences. */
export function predicateOf(sentence: SourceSentence, clause: Clause | undefined, material: Material): Predicate | undefined {
  if (!clause || clause.front.length > 0 || clause.subject.length > 6) return undefined;
  const { subject, verbs } = clause;
  const rest = untilComma(clause.rest);
  const content = subject.filter(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/.test(pos));
  const named = subject.some((token, i) => i > 0 && material.isName(token, i)) || (subject[0] && material.isName(subject[0], 0));
  if (content.length === 0 || subject.some(({ pos, lower }) => /^(?:NUM|PRON|CCONJ|ADP)$/.test(pos) || /^(?:some|many|several|few|most|such|other|each|all|no|both|everything|everyone|everybody|something|nothing|anything)$/.test(lower))) return undefined; // prettier-ignore
  if (!named && content.length < 2 && material.thesaurus.polysemy(content[0]!.lemma) > 2) return undefined;
  const subjectLemmas = content.map(({ lemma }) => lemma);
  if (material.passagesWith(subjectLemmas) > mostPassages(material)) return undefined;
  // "the LIR trace encodes": a noun taken for the verb; "is whether it runs"
  if (!rest || isVerbal(rest[0]) || /^(?:SCONJ|PRON)$/.test(rest[0]?.pos ?? '')) return undefined;
  const said = [...verbs, ...rest];
  if (said.some((token) => LEANING.test(token.lower) || (token.lower === 'that' && token.pos === 'DET') || /^["“”()[\]]$/.test(token.text)))
    return undefined;
  const text = render(said).replace(/[\s,;:.]+$/u, '');
  const words = wordsOf(text);
  if (words.length < LEAST_WORDS || words.length > MOST_WORDS || rest.filter(({ pos }) => pos === 'NOUN' || pos === 'PROPN').length < 1)
    return undefined;
  const agreement = agreementOf(verbs);
  const told = new Set(sentence.statement.map(({ lemma }) => lemma));
  return agreement && { sentence, subject: render(subject), subjectLemmas, text, words: new Set(words), told, agreement };
}

/** Words that mean something else beside another subject. */
const LEANING =
  /^(?:he|she|they|it|its|their|his|her|them|him|itself|themselves|this|these|those|such|also|however|therefore|thus|then|here|there|above|below|following|you|your|we|our|same|other|another|not|n['’]t|never)$/;

const mostPassages = ({ passages }: Material) => Math.max(1, Math.floor(MOST_PASSAGES * Math.min(1, PASSAGES_OF_SMALL / passages)));

/** Whatever a comma adds makes a long option, and may not hold by itself. */
function untilComma(rest: readonly Token[]): readonly Token[] | undefined {
  const comma = rest.findIndex(({ text }, i) => text === ',' && i > LEAST_WORDS);
  // "red, green and blue" stays whole or is left out
  if (comma < 0 || rest.slice(comma).some(({ lower }) => /^(?:and|or)$/.test(lower))) return rest;
  // "a free, open system"
  return /^(?:NOUN|PROPN|NUM)$/.test(rest[comma - 1]!.pos) && /^(?:ADP|SCONJ|PRON|VERB|ADV)$/.test(rest[comma + 1]?.pos ?? '')
    ? rest.slice(0, comma)
    : undefined;
}

function agreementOf(verbs: readonly Token[]): Agreement | undefined {
  const finite = verbs.find(isVerbal);
  if (!finite) return undefined;
  const { lower, lemma, pos } = finite;
  if (/^(?:is|has|does)$/.test(lower)) return { plural: false, tense: 'present' };
  if (/^(?:are|have|do)$/.test(lower)) return { plural: true, tense: 'present' };
  if (lower === 'was') return { plural: false, tense: 'past' };
  if (lower === 'were') return { plural: true, tense: 'past' };
  if (/^(?:can|may|must|will|should|shall)$/.test(lower)) return { plural: undefined, tense: 'present' };
  if (/^(?:could|would|might|had|did)$/.test(lower)) return { plural: undefined, tense: 'past' };
  if (pos !== 'VERB') return undefined;
  if (lower === lemma) return { plural: true, tense: 'present' };
  return /s$/.test(lower) ? { plural: false, tense: 'present' } : { plural: undefined, tense: 'past' };
}

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
