import { wordsOf } from '../words';
import type { Clause } from './clause';
import { NO_SUBJECT } from './definitions-and-reasons';
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

export interface Agreement {
  /** Undefined where the form fits both: `ran`, `can run`. */
  readonly plural: boolean | undefined;
  readonly tense: 'present' | 'past';
}

const LONGEST_SUBJECT = 6;
/** Of more senses a word is an everyday one. */
const EVERYDAY = 2;
const LEAST_WORDS = 5;
const MOST_WORDS = 18;
/** What more passages speak of is a theme of the text: much is true of it, and nobody finds the place by its name alone. */
const MOST_PASSAGES = 4;
/** Of a large text only a part is read: what is met twice in it is met often in the whole. */
const PASSAGES_OF_SMALL = 100;

/** Undefined where the subject is no term or name, or what is said of it leans on other sentences. */
export function predicateOf(sentence: SourceSentence, clause: Clause | undefined, material: Material): Predicate | undefined {
  if (!clause || clause.front.length > 0 || CONCLUDES.test(sentence.text) || !isSubject(clause.subject, material)) return undefined;
  const rest = untilComma(clause.rest);
  const said = rest && [...clause.verbs, ...rest];
  if (!said || !isSelfContained(clause, rest)) return undefined;
  const text = render(said).replace(/[\s,;:.]+$/u, '');
  const words = wordsOf(text);
  const agreement = agreementOf(clause.verbs);
  if (!agreement || words.length < LEAST_WORDS || words.length > MOST_WORDS) return undefined;
  return {
    sentence,
    subject: render(clause.subject),
    subjectLemmas: contentOf(clause.subject).map(({ lemma }) => lemma),
    text,
    words: new Set(words),
    told: new Set(sentence.statement.map(({ lemma }) => lemma)),
    agreement,
  };
}

/** A name or a term that few passages speak of. */
function isSubject(subject: readonly Token[], material: Material): boolean {
  const content = contentOf(subject);
  if (subject.length > LONGEST_SUBJECT || content.length === 0 || subject.some(isLoose) || NO_SUBJECT.test(content.at(-1)!.lower))
    return false;
  const named = subject.some((token, i) => material.isName(token, i));
  if (!named && content.length < 2 && material.thesaurus.polysemy(content[0]!.lemma) > EVERYDAY) return false;
  const most = Math.max(1, Math.floor(MOST_PASSAGES * Math.min(1, PASSAGES_OF_SMALL / material.passages)));
  return material.passagesWith(content.map(({ lemma }) => lemma)) <= most;
}

const contentOf = (tokens: readonly Token[]) => tokens.filter(({ pos }) => /^(?:NOUN|PROPN|ADJ)$/.test(pos));

/** Of how many or of whom it speaks is only clear beside other sentences. */
const isLoose = ({ pos, lower }: Token) =>
  /^(?:NUM|PRON|CCONJ|ADP)$/.test(pos) ||
  /^(?:some|many|several|few|most|such|other|each|all|no|both|(?:every|some|no|any)(?:thing|one|body))$/.test(lower);

/** What follows from the sentence before. */
const CONCLUDES = /\b(?:therefore|thus|hence|consequently|accordingly)\b/iu;

function isSelfContained({ verbs }: Clause, rest: readonly Token[]): boolean {
  // "the LIR trace encodes": a noun taken for the verb; "is whether it runs"
  if (isVerbal(rest[0]) || /^(?:SCONJ|PRON)$/.test(rest[0]?.pos ?? '')) return false;
  if (!rest.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')) return false;
  // "between the atmosphere", cut before what is on the other side
  if (rest.some(({ lower }) => lower === 'between') && !rest.some(({ lower }) => lower === 'and')) return false;
  return ![...verbs, ...rest].some(
    ({ lower, pos, text }) => LEANING.test(lower) || (lower === 'that' && pos === 'DET') || /^["“”()[\]]$/.test(text),
  );
}

/** Words that mean something else beside another subject. */
const LEANING =
  /^(?:he|she|they|it|its|their|his|her|them|him|itself|themselves|this|these|those|such|also|however|therefore|thus|then|here|there|above|below|following|you|your|we|our|same|other|another|not|n['’]t|never)$/;

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
