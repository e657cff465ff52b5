import { BLANK } from '../../question';
import { shuffled } from '../../seeded-random';
import { containsWords } from '../../words';
import type { Draft, Written } from '../draft';
import type { SourceSentence } from '../material';
import { askedOf, type AskedOf } from './asked';
import type { DocumentWords } from './document-words';
import type { Fact, FactKind } from './fact';
import { factsOf } from './facts';
import { optionsFor } from './options';
import { headOf } from './subject-of';

/** Of sentences with something to change: others can only be told as they are, and in all as many should be false as true. */
const TRUTHFUL = 0.46;

interface Setting {
  readonly sentence: SourceSentence;
  readonly words: DocumentWords;
  readonly random: () => number;
  readonly standing: number;
  /** The whole sentence is good for nothing where there is enough else to ask. */
  readonly weak: boolean;
}

/** Every question that one sentence which stands alone can carry. */
export function draftsIn(sentence: SourceSentence, words: DocumentWords, random: () => number): Draft[] {
  const { text } = sentence;
  if (isOfAStory(text, words)) return [];
  const unknown = isUnknown(text, words);
  const facts = factsOf(text, words).filter(({ kind }) => kind !== 'count' || !unknown);
  const figures = facts.filter(({ text: figure, kind }) => kind === 'count' || /\p{Nd}/u.test(figure)).length;
  const setting = { sentence, words, random, standing: standingOf(sentence, facts, words), weak: isWeak(text, words) };
  // which statements are true, the seed decides
  const truthful = random() < TRUTHFUL;
  // a sentence that is judged cannot be asked about too: two of five are, before all are asked about
  const judged = random() < 0.4 ? 0 : -0.25;
  // `La statua è alta 517 centimetri`: to ask for the statue is one thing, for its height another
  const besides = { ...setting, weak: setting.weak || unknown };
  return [
    ...askedOf(text, words, facts).flatMap((asked) => openQuestions(asked, facts, asked.asks === 'year' ? besides : setting)),
    ...facts.flatMap((fact) =>
      blanks(
        fact,
        facts,
        fact.kind === 'term'
          ? setting
          : fact.kind === 'count'
            ? { ...besides, weak: besides.weak || figures > (/\p{Nd}/u.test(fact.text) ? 2 : 1) }
            : besides,
      ),
    ),
    ...(truthful ? trueStatement(facts, besides) : facts.flatMap((fact) => falseStatement(fact, besides))).map((draft) => ({
      ...draft,
      score: draft.score + judged,
    })),
  ];
}

/** What is asked for is worth more or less, whatever the sentence. */
const WORTH: Readonly<Record<FactKind, number>> = {
  term: 0.3,
  year: 0.28,
  date: 0.26,
  person: 0.28,
  century: 0.25,
  percent: 0.25,
  count: 0.22,
  title: 0.22,
  place: 0.2,
  name: 0.05,
};

/** A term that the sentence speaks of without saying what it is. */
const LESSER_TERM = 0.12;

/** Can be told wrong by another of its kind, for certain. */
const FALSIFIABLE: ReadonlySet<FactKind> = new Set<FactKind>(['year', 'date', 'century', 'percent', 'count', 'person', 'place', 'term']);

function standingOf({ text, position }: SourceSentence, facts: readonly Fact[], { names, terms }: DocumentWords): number {
  const familiar = facts.map(({ kind, text: word }) => (kind === 'term' ? terms.times(word) : /^(?:person|place|name)$/.test(kind) ? names.times(word) : 0)); // prettier-ignore
  const length = text.split(' ').length;
  return 0.4 + (position === 0 ? 0.04 : 0) + 0.03 * Math.min(4, Math.log2(1 + Math.max(0, ...familiar))) - (length > 30 ? 0.01 * (length - 30) : 0); // prettier-ignore
}

function isWeak(text: string, { language }: DocumentWords): boolean {
  return language.code === 'und' || text.split(' ').length > 40;
}

function openQuestions({ asks, stem, answer }: AskedOf, facts: readonly Fact[], setting: Setting): Draft[] {
  const { sentence, standing, weak, random, words } = setting;
  const written: Written = { stem, answer, explanation: inQuotes(sentence.text), bloomLevel: asks === 'definition' ? 'understand' : 'remember' };
  const base = { sentence, asks, score: standing + 0.35, weak: weak || (asks === 'term' && isSeldom(answer, words)) };
  if (asks === 'term' && isSeenIn(stem, answer)) return [];
  const fact = facts.find(({ text, kind }) => text === answer && kind === asks);
  const choice = fact && (() => withOptions(written, optionsFor(fact, sentence.text, words, random), random));
  return [{ ...base, type: 'short_answer', write: () => written }, ...(choice ? [{ ...base, type: 'multiple_choice' as const, write: choice }] : [])];
} // prettier-ignore

/** `Der Bodentest begann`, and not `Die Grenze des Landes`, nor `Die Stadt Bremen`. */
const GERMAN_HEAD = /^(?:Der|Die|Das) (\p{Lu}[\p{L}-]+) (?!(?:der|des|von|eines|einer)(?!\p{L}))\p{Ll}/u;

/** A long compound says which it is. */
const LONG_COMPOUND = 12;
const COMPOUND = 9;

/** `Das Video wurde bearbeitet`, `El ojo cruzó la ciudad`: what some one thing did once, and nothing tells which. */
function isOfAStory(text: string, { language, terms }: DocumentWords): boolean {
  const [, article = '', noun = ''] = STORY.exec(text) ?? [];
  if (!language.definiteArticles.has(article.toLowerCase()) || terms.definitionIn(text)) return false;
  // `Der Suezkanal wurde eröffnet`: German compounds are names, too
  const specific = language.code === 'de' ? COMPOUND : LONG_COMPOUND;
  return noun.length < specific && !noun.includes('-') && terms.times(noun) < 2;
}

/** An article, one noun, and a verb in the past, in Germanic and Romance languages. */
const STORY =
  /^(\p{L}{1,3})[ '’](\p{L}[\p{L}-]+) (?:wurden?|waren?|hatten?|\p{Ll}{3,}te|kam|ging|trat|stand|begann|fiel|fue|fueron|era|eran|había|\p{Ll}+(?:ó|aron|ieron)|fut|furent|était|étaient|\p{Ll}+(?:èrent|irent)|fu|furono|\p{Ll}+(?:ò|arono|irono)|foi|foram|\p{Ll}+(?:ou|aram)|werd(?:en)?|was)(?!\p{L})/u;

/** A subject of one word with an article, of which nothing else is said: some one that was told of before. */
function isUnknown(text: string, { language, terms }: DocumentWords): boolean {
  if (terms.definitionIn(text)) return false;
  const head = language.code === 'de' ? GERMAN_HEAD.exec(text)?.[1] : headOf(text, language);
  const noun = typeof head === 'string' ? head : head?.noun;
  const article = typeof head === 'object' ? head.article.replace(/[ '’]$/u, '').toLowerCase() : 'der';
  if (noun === undefined || !language.definiteArticles.has(article)) return false;
  return !noun.includes(' ') && !noun.includes('-') && noun.length < LONG_COMPOUND && terms.times(noun) < 2;
}

/** What the document names once is hardly what it is about. */
const isSeldom = (term: string, { terms }: DocumentWords) => terms.times(term.split(' ').at(-1)!) < 2;

/** `das Unbewusste` in a question about `dem Unbewussten`. */
function isSeenIn(stem: string, answer: string): boolean {
  const last = answer
    .split(/[\s'’]/u)
    .at(-1)!
    .toLowerCase();
  return last.length > 4 && stem.toLowerCase().includes(last.slice(0, last.length < 8 ? Math.max(5, last.length - 2) : 6));
}

/** The sentence without one of its facts, to be filled in or chosen. */
function blanks(fact: Fact, facts: readonly Fact[], { sentence, words, random, standing, weak }: Setting): Draft[] {
  const { text } = sentence;
  // of what a name is, nothing tells
  if (fact.kind === 'name' || isGivenAway(fact, text) || /\($/u.test(text.slice(0, fact.start))) return [];
  const stem = text.slice(0, fact.start) + BLANK + text.slice(fact.end);
  if (containsWords(stem, fact.text) || stem.includes(fact.text) || (fact.kind === 'term' && isSeenIn(stem, fact.text))) return [];
  const written: Written = { stem, answer: fact.text, explanation: inQuotes(text), bloomLevel: fact.kind === 'term' ? 'understand' : 'remember' };
  const lesser = fact.kind === 'term' && words.terms.definitionIn(text)?.term.start !== fact.start;
  const base = { sentence, asks: asksOf(fact), score: standing + (lesser ? LESSER_TERM : WORTH[fact.kind]) } as const;
  const drafts: Draft[] = [
    { ...base, type: 'multiple_choice', weak: weak || fact.listed || isLesserTerm(fact, text, words) || (fact.kind === 'person' && !fact.text.includes(' ')), write: () => withOptions(written, optionsFor(fact, text, words, random), random) },
  ];
  if (isClear(fact, facts, text, words)) drafts.push({ ...base, type: 'cloze', weak: weak || isLesserTerm(fact, text, words), write: () => written });
  return drafts;
} // prettier-ignore

/** What a sentence is about: the term that it defines or begins with. */
function isSubject(fact: Fact, text: string, { terms }: DocumentWords): boolean {
  return fact.kind === 'term' && (terms.definitionIn(text)?.term ?? terms.subjectIn(text))?.start === fact.start;
}

/** Too little is said in fewer words to tell one thing from all others, where words are told apart by spaces. */
const SHORT = 10;

/** No definition, and named but once or only by the way. */
function isLesserTerm(fact: Fact, text: string, words: DocumentWords): boolean {
  if (fact.kind !== 'term' || words.terms.definitionIn(text)?.term.start === fact.start) return false;
  return isSeldom(fact.text, words) || !isSubject(fact, text, words) || text.split(' ').length < SHORT;
}

/** `活火山とは噴火した火山である`, `Ein Kernkraftwerk ist ein Kraftwerk`: what it is of stands beside the blank. */
function isGivenAway({ kind, text: term, start, end }: Fact, text: string): boolean {
  if (kind !== 'term') return false;
  const rest = `${text.slice(0, start)} ${text.slice(end)}`.toLowerCase();
  // where what something is stands last, its last character is the kind
  if (DENSE.test(term)) return rest.replace(/(?:である|のこと|という|です|。|\s)+$/u, '').endsWith(term.slice(-1));
  const tail = term.slice(-Math.max(5, Math.ceil(term.length / 2))).toLowerCase();
  return term.length >= 8 && rest.includes(tail);
}

const DENSE = /[\p{Script=Han}\p{Script=Katakana}]/u;

/** Whether what goes into the blank is told by the words around it, without options to choose from. */
function isClear(fact: Fact, facts: readonly Fact[], text: string, words: DocumentWords): boolean {
  if (fact.listed) return false;
  switch (fact.kind) {
    case 'percent':
    case 'count':
    case 'century':
    case 'title':
      return true;
    case 'year':
      return YEAR_WORD.test(text.slice(0, fact.start)) || (words.language.yearAfter?.test(text.slice(fact.end)) === true && words.language.code !== 'de');
    case 'term':
      return isSubject(fact, text, words);
    case 'person':
      // `Robert`, `Phillips`: of a story's people one name tells too little
      return fact.text.includes(' ') && facts.some(({ kind }) => /^(?:year|date|title|count)$/.test(kind));
    case 'place':
      // with a date or a figure beside it there is hardly another
      return facts.some(({ kind }) => /^(?:year|date|title|count)$/.test(kind));
    default:
      return false;
  }
} // prettier-ignore

const YEAR_WORD = /(?:Jahre?|año|année|anno|ano|jaar|عام|سنة|العام) $/u;

function trueStatement(facts: readonly Fact[], { sentence, words, random, standing, weak }: Setting): Draft[] {
  const sure = facts.find(
    (fact) =>
      FALSIFIABLE.has(fact.kind) &&
      (fact.kind !== 'term' || isSubject(fact, sentence.text, words)) &&
      optionsFor(fact, sentence.text, words, random),
  );
  // a statement that no other could be made false of tells less of what a learner knows
  if (!sure && random() < HALF) return [];
  const plain = words.terms.isOnTopic(sentence.text) && isOfFairLength(sentence.text);
  if (!sure && !plain && !facts.some((fact) => isSubject(fact, sentence.text, words) || (fact.start === 0 && fact.text.includes(' '))))
    return [];
  const written: Written = { stem: sentence.text, answer: 'true', explanation: inQuotes(sentence.text), bloomLevel: 'remember' };
  return [
    {
      type: 'true_false',
      sentence,
      asks: sure ? asksOf(sure) : 'name',
      score: standing + (sure ? 0.38 : 0.2),
      weak: weak || !sure,
      write: () => written,
    },
  ];
}

/** Of statements that can only be told as they are: too many of them, and to say “true” is always right. */
const HALF = 0.5;

/** Neither a scrap nor a paragraph. */
function isOfFairLength(text: string): boolean {
  const { length } = text.split(' ');
  return length >= 8 && length <= 28;
}

function falseStatement(fact: Fact, { sentence, words, random, standing, weak }: Setting): Draft[] {
  if (!FALSIFIABLE.has(fact.kind) || fact.listed || (fact.kind === 'term' && !isSubject(fact, sentence.text, words))) return [];
  const write = (): Written | undefined => {
    const [wrong] = optionsFor(fact, sentence.text, words, random) ?? [];
    if (wrong === undefined) return undefined;
    const stem = sentence.text.slice(0, fact.start) + wrong + sentence.text.slice(fact.end);
    return { stem, answer: 'false', explanation: `${wrong} → ${fact.text}: ${inQuotes(sentence.text)}`, bloomLevel: 'remember' };
  };
  return [{ type: 'true_false', sentence, asks: asksOf(fact), score: standing + WORTH[fact.kind] + 0.12, weak, write }];
}

function withOptions(written: Written, wrong: readonly string[] | undefined, random: () => number): Written | undefined {
  return wrong && { ...written, options: shuffled([written.answer, ...wrong], random) };
}

const inQuotes = (text: string) => `“${text}”`;
const asksOf = ({ kind }: Fact): Draft['asks'] => (kind === 'title' ? 'name' : kind);
