import { shuffled } from '@lectern/platform';
import { wordOverlap, wordsOf } from '../../words';
import type { Asked } from '../draft';
import type { Material } from '../material';
import { nominalEnd } from '../phrases';
import type { RelationKind } from './relation';
import { headOf } from './things';
import { RUNNING_PROSE, type SourceSentence } from '../source-sentence';
import { areTooMuchAlike, isOfOneLength, threeApart } from '../option-likeness';

/** What one sentence says, as a wrong answer to what is asked about another. */
export interface ToldRelation {
  /** The question that asks for it. */
  readonly asked: Asked;
  readonly asks: RelationKind;
  readonly answer: string;
  readonly words: ReadonlySet<string>;
  readonly sentence: SourceSentence;
  /** All words of its sentence, as the lexicon has them. */
  readonly lemmas: ReadonlySet<string>;
  /** Of the answer, where it is a thing. */
  readonly head: string | undefined;
}

export function toldBy(asked: Asked, sentence: SourceSentence): ToldRelation {
  const { asks, answer } = asked;
  const lemmas = new Set(sentence.statement.filter(({ pos }) => /^(?:NOUN|PROPN)$/.test(pos)).map(({ lemma }) => lemma));
  return { asked, asks: asks as RelationKind, answer, words: new Set(wordsOf(answer)), sentence, lemmas, head: headIn(answer, sentence) };
}

/** Found where the answer stands in its sentence. */
function headIn(answer: string, { statement }: SourceSentence): string | undefined {
  const words = answer.split(' ');
  const at = statement.findIndex((_, i) => words.slice(0, 3).every((word, j) => statement[i + j]?.lower === word.toLowerCase()));
  if (at < 0) return undefined;
  const end = nominalEnd(statement, at);
  return headOf(statement.slice(at, end));
}

/** Things are set against things, whatever is done with them. */
const THINGS: ReadonlySet<string> = new Set<RelationKind>(['complement', 'object', 'subject', 'identity']);
/** Longer or shorter by so much an option is seen through. */
const LENGTHS = 1.7;
const NEAREST = 8;

/** Three answers to other questions of the kind; undefined where the material has too few that fit. */
export function wrongAnswers(own: ToldRelation, material: Material, random: () => number): string[] | undefined {
  const { stem } = own.asked;
  const shown = new Set(wordsOf(stem));
  const near = material.claims.relations
    .filter((other) => isFitting(own, other, stem, material))
    .map((other) => ({ other, kinship: kinshipOf(own, other) + wordOverlap(shown, other.lemmas) }))
    .toSorted((a, b) => b.kinship - a.kinship)
    .slice(0, NEAREST)
    .map(({ other }) => other);
  const chosen = threeApart(shuffled(near, random));
  if (chosen.length === 3) return chosen.map(({ answer }) => answer);
  // in a manual any of its things is named anywhere
  return THINGS.has(own.asks) && own.sentence.prose >= RUNNING_PROSE ? withThings(own, chosen, material, random) : undefined;
}

/** As far as two things are mistaken for each other (Wu and Palmer 1994). */
const LEAST_NEARNESS = 0.5;

/** Filled up with what other sentences name that is of a kind with the answer. */
function withThings(own: ToldRelation, chosen: readonly ToldRelation[], material: Material, random: () => number): string[] | undefined {
  const { thesaurus } = material;
  if (own.head === undefined || !thesaurus.knows(own.head) || COUNTED.test(own.answer)) return undefined;
  const quote = own.sentence.text.toLowerCase();
  const near = material.claims.things
    .filter(
      ({ text, head }) =>
        articleOf(text) === articleOf(own.answer) &&
        caseOf(text) === caseOf(own.answer) &&
        head !== own.head &&
        !quote.includes(head) &&
        isOfOneLength(text, own.answer, LENGTHS),
    )
    .map((thing) => ({
      ...thing,
      nearness: thesaurus.relation(own.head!, thing.head) === 'same' ? 0 : thesaurus.nearness(own.head!, thing.head),
    }))
    .filter(({ text, nearness }) => nearness >= LEAST_NEARNESS && !sharesWord(own.asked.stem, text))
    .toSorted((a, b) => b.nearness - a.nearness)
    .slice(0, NEAREST);
  const options = chosen.map(({ answer }) => answer);
  const heads = new Set<string>();
  for (const { text, head } of shuffled(near, random)) {
    if (options.length === 3) break;
    if (heads.has(head) || options.some((option) => wordOverlap(new Set(wordsOf(option)), new Set(wordsOf(text))) > 0)) continue;
    heads.add(head);
    options.push(text);
  }
  return options.length === 3 ? options : undefined;
}

function kinshipOf(own: ToldRelation, other: ToldRelation): number {
  const shared = [...own.lemmas].filter((lemma) => other.lemmas.has(lemma)).length;
  return shared / Math.sqrt(Math.max(1, own.lemmas.size * other.lemmas.size)) - Math.abs(own.words.size - other.words.size) / 20;
}

function isFitting(own: ToldRelation, other: ToldRelation, stem: string, material: Material): boolean {
  if (other.sentence === own.sentence || !isOfOneForm(own, other) || caseOf(own.answer) !== caseOf(other.answer)) return false;
  if (!isOfOneLength(own.answer, other.answer, LENGTHS) || (THINGS.has(own.asks) && !areAkin(own, other, material))) return false;
  return !areTooMuchAlike(own.words, other.words) && !sharesWord(stem, other.answer);
}

/** `three bodies of water` */
const COUNTED = /^(?:\d|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b)/;

/** What is counted, and what the dictionary sets apart, is seen through. */
function areAkin(own: ToldRelation, other: ToldRelation, { thesaurus }: Material): boolean {
  if (own.head === undefined || other.head === undefined || COUNTED.test(own.answer)) return false;
  return thesaurus.relation(own.head, other.head) === 'akin' || thesaurus.nearness(own.head, other.head) >= LEAST_NEARNESS;
}

/** What the question names is seen to be no answer. */
const sharesWord = (stem: string, answer: string) => {
  const shown = new Set(wordsOf(stem));
  return wordsOf(answer).filter((word) => word.length > 4 && shown.has(word)).length > 1;
};

function isOfOneForm(own: ToldRelation, other: ToldRelation): boolean {
  if (THINGS.has(own.asks)) return THINGS.has(other.asks) && articleOf(own.answer) === articleOf(other.answer);
  return own.asks === other.asks && (own.asks !== 'condition' || firstOf(own.answer) === firstOf(other.answer));
}

/** A name, a figure or a word. */
const caseOf = (text: string) => (/^\p{Lu}/u.test(text) ? 'name' : /^\p{N}/u.test(text) ? 'figure' : 'word');
const firstOf = (text: string) => text.split(' ')[0]!.toLowerCase();
const articleOf = (text: string) =>
  /^(?:an?|the)$/.test(firstOf(text))
    ? firstOf(text).slice(0, 1)
    : /s$/.test(text.split(/ (?:of|in|that|which|on|for|to|from|with|by)\b/)[0]!)
      ? 's'
      : '';
