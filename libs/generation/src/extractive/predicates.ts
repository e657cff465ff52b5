import { wordsOf } from '../words';
import { aboutOf, identityOf, type About } from './about';
import type { Clause } from './clause';
import { NO_SUBJECT } from './definitions-and-reasons';
import { isLight } from './light-nouns';
import type { Material } from './material';
import { lowerFirst } from './inversion';
import { beforePreposition, isVerbal, nominalsOf } from './phrases';
import { RUNNING_PROSE, type SourceSentence } from './source-sentence';
import { render, type Token } from './tagger';
import { SenseClass } from './thesaurus';
import type { World } from './worlds';

/** What a sentence says of its subject: `TraceMonkey | records a trace tree for each hot loop`. */
export interface Predicate {
  readonly sentence: SourceSentence;
  /** What stands before the subject: `In 1975,`. */
  readonly front: string;
  readonly subject: string;
  /** As it is written inside a sentence. */
  readonly subjectInside: string;
  /** Whether the subject tells enough to be asked about; else it is a wrong option for others. */
  readonly isKnown: boolean;
  /** The words of the subject that carry meaning, as the lexicon has them. */
  readonly subjectLemmas: readonly string[];
  /** The same, and those of what stands before it. */
  readonly stemLemmas: readonly string[];
  readonly text: string;
  /** As it is said of one instead of many, or of many instead of one; undefined where more than the verb would change. */
  readonly ofOtherNumber: string | undefined;
  readonly words: ReadonlySet<string>;
  /** All words of its sentence, as the lexicon has them. */
  readonly told: ReadonlySet<string>;
  readonly agreement: Agreement;
  /** The kind of a name, or the head of the subject. */
  readonly about: About;
  /** Of what the subject is said to be: `is a tower`, or by name: `is the Eiffel Tower`; undefined where it is said what it does. */
  readonly identity: World | 'named' | undefined;
}

export interface Agreement {
  /** Undefined where the form fits both: `ran`, `can run`. */
  readonly plural: boolean | undefined;
  /** What the subject is then. */
  readonly subjectPlural?: boolean;
  readonly tense: 'present' | 'past';
}

const LONGEST_SUBJECT = 6;
/** Of more senses a word is an everyday one. */
const EVERYDAY = 2;
const LONGEST_FRONT = 8;
const LEAST_WORDS = 4;
const MOST_WORDS = 18;
/** What more passages speak of is a theme of the text: much is true of it, and nobody finds the place by its name alone. */
const MOST_PASSAGES = 4;
/** Of a large text only a part is read: what is met twice in it is met often in the whole. */
const PASSAGES_OF_SMALL = 100;

/** Undefined where nothing is told whose subject stands in the sentence, or what is said of it leans on others. */
export function predicateOf(sentence: SourceSentence, clause: Clause | undefined, material: Material): Predicate | undefined {
  if (!clause || CONCLUDES.test(sentence.text) || !hasNoun(clause.subject)) return undefined;
  const rest = untilComma(clause.rest);
  const said = rest && [...clause.verbs, ...rest];
  if (!said || !isSelfContained(clause, rest)) return undefined;
  const text = textOf(said);
  if (repeats(clause.subject, text)) return undefined;
  const words = wordsOf(text);
  const agreement = agreementOf(clause, rest);
  if (!agreement || words.length < LEAST_WORDS || words.length > MOST_WORDS) return undefined;
  return {
    sentence,
    front: render(clause.front),
    subject: render(clause.subject),
    subjectInside: lowerFirst(clause.subject, (token) => material.keepsCapital(token)),
    isKnown: clause.front.length < LONGEST_FRONT && !pointsAt(clause.front) && isSubject(clause.subject, material, sentence.prose),
    subjectLemmas: nominalsOf(clause.subject).map(({ lemma }) => lemma),
    stemLemmas: nominalsOf([...clause.front, ...clause.subject]).map(({ lemma }) => lemma),
    text,
    ofOtherNumber: inOtherNumber(clause.verbs, rest, agreement),
    words: new Set(words),
    told: new Set(sentence.statement.map(({ lemma }) => lemma)),
    agreement,
    about: aboutOf(clause.subject, material),
    identity: identityOf(clause, material),
  };
}

const textOf = (said: readonly Token[]) => render(said).replace(/[\s,;:.]+$/u, '');

/** `The User Datagram Protocol | is a datagram protocol`, `newTask | prepares the next task`: seen in its name. */
function repeats(subject: readonly Token[], text: string): boolean {
  const pieces = nominalsOf(subject).flatMap(({ text: word }) => word.match(/\p{Lu}?\p{Ll}{3,}/gu) ?? []);
  return pieces.some((piece) => new RegExp(`\\b${piece}`, 'iu').test(text));
}

/** `In the dark box,`: of a figure that is not shown. */
const pointsAt = (front: readonly Token[]) => front[1]?.lower === 'the' && !front.some(({ pos }) => pos === 'PROPN' || pos === 'NUM');

/** `It`, `Some of these`: may be of whatever is asked about. */
const hasNoun = (subject: readonly Token[]) =>
  nominalsOf(subject).some(({ pos }) => pos !== 'ADJ') && !subject.some(({ pos, lower }) => pos === 'PRON' || /^(?:this|these|those|that|its|their|his|her|such|both|all|each|other|others)$/.test(lower)); // prettier-ignore

const IN_OTHER_NUMBER: Readonly<Record<string, string>> = { is: 'are', are: 'is', was: 'were', were: 'was', has: 'have', have: 'has' };

function inOtherNumber(verbs: readonly Token[], rest: readonly Token[], { plural }: Agreement): string | undefined {
  if (plural === undefined) return undefined;
  const at = verbs.findIndex(isVerbal);
  const { lower, lemma, pos } = verbs[at]!;
  // "are parts of it": of one it would be said otherwise
  if (pos === 'AUX' && at === verbs.length - 1 && /^(?:DET|NOUN|PROPN|NUM)$/.test(rest.find(({ pos: of }) => of !== 'ADV' && of !== 'ADJ')?.pos ?? '')) return undefined; // prettier-ignore
  if (rest.some((token, i) => /^(?:and|or|but)$/.test(token.lower) && isVerbal(rest[i + 1]))) return undefined;
  const turned = IN_OTHER_NUMBER[lower] ?? (plural ? inSingular(lower) : lemma);
  return textOf([...verbs.slice(0, at), { ...verbs[at]!, text: turned }, ...verbs.slice(at + 1), ...rest]);
}

const inSingular = (verb: string) =>
  /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

/** A name or a term that few passages speak of. */
function isSubject(subject: readonly Token[], material: Material, prose: number): boolean {
  const content = nominalsOf(subject);
  if (
    subject.length > LONGEST_SUBJECT ||
    content.length === 0 ||
    subject.some(isLoose) ||
    NO_SUBJECT.test(content.at(-1)!.lower) ||
    isLight(content.at(-1)!.lemma)
  )
    return false;
  const named = subject.some((token, i) => material.isName(token, i));
  if (!named && content.length < 2 && (prose < RUNNING_PROSE || isAnybody(content[0]!.lemma, material))) return false;
  const most = Math.max(1, Math.floor(MOST_PASSAGES * Math.min(1, PASSAGES_OF_SMALL / material.passages)));
  return material.passagesWith(content.map(({ lemma }) => lemma)) <= most;
}

/** `Participants`, `Opportunities`: of what, only the page says. */
const isAnybody = (lemma: string, { thesaurus }: Material) =>
  thesaurus.polysemy(lemma) > EVERYDAY ||
  (thesaurus.isMostly(lemma, SenseClass.person) && thesaurus.polysemy(lemma) > 1) ||
  /^(?:user|student|employee|applicant|reader|author|visitor|opportunity|possibility)$/.test(lemma);

/** Of how many or of whom it speaks is only clear beside other sentences. */
const isLoose = ({ pos, lower }: Token) =>
  /^(?:NUM|PRON|CCONJ|ADP)$/.test(pos) ||
  /^(?:some|many|much|more|little|less|several|few|most|such|other|each|all|no|both|every|any|(?:every|some|no|any)(?:thing|one|body))$/.test(
    lower,
  );

/** What follows from the sentence before. */
const CONCLUDES = /\b(?:therefore|thus|hence|consequently|accordingly)\b/iu;

function isSelfContained({ verbs }: Clause, rest: readonly Token[]): boolean {
  // "the LIR trace encodes": a noun taken for the verb; "is whether it runs"
  if (isVerbal(rest[0]) || /^(?:SCONJ|PRON)$/.test(rest[0]?.pos ?? '') || rest[0]?.lower === 'to' || hasVerbOfItsOwn(rest)) return false;
  if (!rest.some(({ pos }) => pos === 'NOUN' || pos === 'PROPN')) return false;
  // "between the atmosphere", cut before what is on the other side
  if (rest.some(({ lower }) => lower === 'between') && !rest.some(({ lower }) => lower === 'and')) return false;
  return ![...verbs, ...rest].some(
    ({ lower, pos, text }) =>
      LEANING.test(lower) || /^(?:[B-HJ-Z]|[–—-])$/.test(text) || (lower === 'that' && pos === 'DET') || /^["“”()[\]]$/.test(text),
  );
}

/** `seen on the Grand Tour influenced taste`: what was taken for the verb is none. */
const hasVerbOfItsOwn = (rest: readonly Token[]) =>
  rest.some(
    ({ pos, lower }, i) =>
      pos === 'VERB' &&
      /ed$/.test(lower) &&
      /^(?:NOUN|PROPN)$/.test(rest[i - 1]?.pos ?? '') &&
      /^(?:DET|NOUN|PROPN|PRON)$/.test(rest[i + 1]?.pos ?? '') &&
      !rest.slice(0, i).some(({ lower: word }) => /^(?:that|which|who|and|or|,|when|while|because|after|before|as)$/.test(word)),
  );

/** Words that mean something else beside another subject. */
const LEANING =
  /^(?:he|she|they|it|its|their|his|her|them|him|itself|themselves|this|these|those|such|also|however|therefore|thus|then|here|there|above|below|following|you|your|we|our|same|other|another|not|n['’]t|never|later|earlier|recently|now|today|still|again|too)$/;

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

/** Where neither the verb nor a second one tells, the subject does. */
function agreementOf({ subject, verbs }: Clause, rest: readonly Token[]): Agreement | undefined {
  const finite = verbs.find(isVerbal);
  const own = finite && formOf(finite);
  if (!own || own.plural !== undefined) return own;
  // "An attribute associated with a class"
  if (
    /^an?$/i.test(subject[0]!.text) &&
    rest[0]?.pos === 'ADP' &&
    finite.pos === 'VERB' &&
    !isVerbal(verbs.find((verb) => verb !== finite))
  )
    return undefined;
  const second = rest.find(
    ({ lower }, i) => /^(?:is|are|was|were|has|have)$/.test(lower) && /^(?:and|or|but)$/.test(rest[i - 1]?.lower ?? ''),
  );
  const plural = second ? formOf(second)?.plural : undefined;
  return { ...own, plural, subjectPlural: isMany(subject) };
}

/** `Vampire bats`, `Lewis and Clark`. */
const isMany = (subject: readonly Token[]) =>
  subject.some(({ lower }) => lower === 'and') ||
  (/[^s]s$/.test(nominalsOf(beforePreposition(subject)).at(-1)?.lower ?? '') && !/^an?$/i.test(subject[0]!.lower));

function formOf({ text, lower, lemma, pos }: Token): Agreement | undefined {
  if (/^(?:is|has|does)$/.test(lower)) return { plural: false, tense: 'present' };
  if (/^(?:are|have|do)$/.test(lower)) return { plural: true, tense: 'present' };
  if (lower === 'was') return { plural: false, tense: 'past' };
  if (lower === 'were') return { plural: true, tense: 'past' };
  if (/^(?:can|may|must|will|should|shall)$/.test(lower)) return { plural: undefined, tense: 'present' };
  if (/^(?:could|would|might|had|did)$/.test(lower)) return { plural: undefined, tense: 'past' };
  if (pos !== 'VERB' || PARTICIPLE.test(lower) || /^\p{Lu}/u.test(text)) return undefined;
  if (lower === lemma) return { plural: true, tense: 'present' };
  return /s$/.test(lower) ? { plural: false, tense: 'present' } : { plural: undefined, tense: 'past' };
}

/** `seen on the Grand Tour`: never a verb by itself. */
const PARTICIPLE =
  /^(?:seen|known|given|taken|born|done|gone|shown|written|chosen|driven|broken|spoken|eaten|fallen|grown|drawn|thrown|worn|torn|sworn|hidden|forbidden|been)$/;
