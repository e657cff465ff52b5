import type { Clause } from '../clause';
import type { Asked } from '../draft';
import { isLight } from '../light-nouns';
import { isVerbal } from '../phrases';
import { asQuestion, finished } from '../question-text';
import { render, type Token } from '../tagger';

const KINDS = [
  'reason',
  'means',
  'purpose',
  'consequence',
  'condition',
  'duration',
  'whereabouts',
  'complement',
  'object',
  'subject',
  'identity',
] as const;

/** What a sentence says of its subject beside names and numbers. */
export type RelationKind = (typeof KINDS)[number];

export const RELATIONS: ReadonlySet<string> = new Set(KINDS);

/** A clause, and what is known of its words. */
export interface Told {
  readonly clause: Clause;
  readonly words: KnownWords;
}

/** What the questions on a sentence depend on beside its words. */
export interface Around {
  readonly words: KnownWords;
  /** Whether it stands among whole sentences: on a slide a word alone is one of what stands above it. */
  readonly isProse: boolean;
}

export interface KnownWords {
  /** Whether a word is written with a capital wherever it stands. */
  isName(token: Token): boolean;
  /** Whether a noun names a human being. */
  isPerson(lemma: string): boolean;
}

/** Shorter an answer is a word that many sentences hold, longer nobody gives it. */
const LEAST_WORDS = 2;
const MOST_WORDS = 18;
const MOST_STEM_WORDS = 24;

/** @returns undefined where the question or the answer is none by itself */
export function relation(asks: RelationKind, stem: string | undefined, tokens: readonly Token[]): Asked | undefined {
  const answer = render(tokens).replace(/[\s,;:.]+$/u, '');
  const words = answer.split(' ').length;
  if (stem === undefined || words < LEAST_WORDS || words > MOST_WORDS || stem.split(' ').length > MOST_STEM_WORDS) return undefined;
  // "two types": of them the sentence may tell more
  if (
    tokens[0]?.pos === 'NUM' &&
    /^(?:type|kind|form|part|way|group|class|category|sort|step|stage|reason|factor)s?$/.test(tokens[1]?.lower ?? '')
  )
    return undefined;
  // "the crisis": which, the page says
  if (tokens.length === 2 && tokens[0]!.lower === 'the' && tokens[1]!.pos === 'NOUN') return undefined;
  // "a location": of what, the rest of the sentence says
  if (tokens.length === 2 && /^an?$/.test(tokens[0]!.lower) && isLight(tokens[1]!.lemma)) return undefined;
  if (isLoose(tokens) || breaksOff(tokens) || /, \p{L}+$/u.test(stem)) return undefined;
  return { stem: finished(stem), answer, asks, form: 'wh' };
}

/** The question word and the clause without what is asked for; undefined where it says that something is not so. */
export function askedOf({ clause, words }: Told, question: string, rest: readonly Token[]): string | undefined {
  if ([...clause.verbs, ...rest].some(({ lower }) => /^(?:not|n['’]t|never|only|merely|neither|nor)$/.test(lower))) return undefined;
  return asQuestion(question, { ...clause, rest }, (token) => words.isName(token));
}

/** The verb that says what is done or is; `undefined` for a bare copula. */
export function mainVerb({ verbs }: Clause): Token | undefined {
  const last = verbs.at(-1);
  return last?.pos === 'VERB' ? last : undefined;
}

/** Points to another sentence, or holds half of a quotation. */
function isLoose(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ lower, pos }) => LEANING.test(lower) || (lower === 'that' && pos === 'DET')) ||
    tokens.filter(({ text }) => /^["“”]$/.test(text)).length % 2 === 1
  );
}

const LEANING =
  /^(?:he|she|they|it|his|her|him|them|this|these|those|such|above|below|following|here|there|you|your|we|our|us|i|another|others?)$/;

/** `the control that one group`, `a sufficient extent that`. */
function breaksOff(tokens: readonly Token[]): boolean {
  const opens = tokens.findLastIndex(({ lower, pos }) => /^(?:which|who|whom|whose)$/.test(lower) || (lower === 'that' && pos !== 'DET'));
  const last = tokens.findLast(({ pos }) => pos !== 'PUNCT');
  // "member functions and thus"
  if (/^(?:and|or|but)$/.test(tokens.at(-2)?.lower ?? '') && last?.pos === 'ADV') return true;
  return (opens >= 0 && !tokens.slice(opens).some(isVerbal)) || /^(?:DET|ADP|SCONJ|CCONJ|AUX|PART)$/.test(last?.pos ?? '');
}

/** Of a phrase: up to the first comma, unless that stands in a list. */
export function untilAside(tokens: readonly Token[]): readonly Token[] {
  const commas = tokens.flatMap(({ text }, i) => (text === ',' && i > 1 ? [i] : []));
  const [first] = commas;
  if (first === undefined) return tokens;
  const isList =
    tokens.slice(first).some(({ lower }) => /^(?:and|or)$/.test(lower)) && !/^(?:and|or)$/.test(tokens[first + 1]?.lower ?? '');
  return isList && !isVerbal(tokens[first + 1]) ? tokens : tokens.slice(0, first);
}

/** Begins as a noun phrase does; `what is seen` is one too. */
export const beginsAsThing = ([first]: readonly Token[]) =>
  /^(?:DET|ADJ|NOUN|PROPN)$/.test(first?.pos ?? '') ||
  (first?.pos === 'NUM' && !/^\d{4}$/.test(first.text)) ||
  /^(?:both|either|what|how|whether)$/.test(first?.lower ?? '');

/** Without a second verb that goes with the subject. */
export const saysOneThing = (tokens: readonly Token[]) =>
  !tokens.some(({ lower }, i) => /^(?:and|or|but)$/.test(lower) && (isVerbal(tokens[i + 1]) || /ed$/.test(tokens[i + 1]?.lower ?? '')));
