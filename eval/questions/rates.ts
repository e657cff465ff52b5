import { QUESTION_TYPES, type Question } from '@lectern/generation';
import { passageOf, type MadeSet } from './made-set';
import { OwnRank } from './own-rank';
import { wordsOf } from './words';

/** One line of the report: what was counted, over what, and what it should be. */
export interface Rate {
  readonly name: string;
  readonly value: string;
  readonly aim: string;
}

interface Made {
  readonly set: MadeSet;
  readonly question: Question;
}

/** What can be counted of delivered questions, apart from the checks that they passed. */
export function ratesOf(sets: readonly MadeSet[]): Rate[] {
  const all = sets.flatMap((set) => set.questions.map((question) => ({ set, question })));
  const choices = all.filter(({ question }) => question.options);
  const statements = all.filter(({ question }) => question.type === 'true_false');
  const requested = sets.reduce((sum, set) => sum + set.requested, 0);
  const ranks = new OwnRank([...new Set(sets.flatMap(({ document }) => document.passages))]);
  const rate = (name: string, aim: string, of: readonly Made[], holds: (made: Made) => boolean): Rate => ({
    name,
    value: share(of.filter(holds).length, of.length),
    aim,
  });
  return [
    { name: 'questions', value: String(all.length), aim: '1,000 in all' },
    { name: 'sets of the exact count', value: share(sets.filter(isExact).length, sets.length), aim: 'the others are listed' },
    { name: 'delivered of those asked for', value: share(all.length, requested), aim: '' },
    rate('quote is the slice of the text', '100 %', all, isSlice),
    rate('quote lies on the pages named', '100 %', all, isOnPages),
    rate('words of the answer stand in the quote', '100 %', all.filter(isAsked), ({ question }) => holdsAnswer(question)),
    rate('stem does not hold the answer', '100 %', all.filter(isAsked), ({ question }) => !has(question.stem, question.answer)),
    rate('stem alone finds its passage at rank 1-3', 'most', all, ({ set, question }) => {
      return ranks.of(question, passageOf(set.document, question)) <= 3;
    }),
    rate(
      'asks what no other of its set asks',
      '100 %',
      all,
      ({ set, question }) => !set.questions.some((other) => isTwin(question, other)),
    ),
    rate('alone on its sentence in its set', 'most', all, ({ set, question }) => {
      return set.questions.every((other) => other === question || other.sources[0]!.start !== question.sources[0]!.start);
    }),
    rate('options are four and different', '100 %', choices, ({ question }) => new Set(question.options!.map(keyOf)).size === 4),
    rate('no wrong option stands in the quote', '100 %', choices, ({ question: { options, answer, sources } }) => {
      return options!.every((option) => option === answer || !has(sources[0]!.quote, option));
    }),
    rate('figures against figures, capitals against capitals', '100 %', choices, ({ question: { options } }) => {
      return new Set(options!.map(formOf)).size === 1;
    }),
    ...['A', 'B', 'C', 'D'].map((letter, i) =>
      rate(`key at ${letter}`, '20-30 %', choices, ({ question: { options, answer } }) => options!.indexOf(answer) === i),
    ),
    rate('right option is the longest', 'at most 35 %', choices, ({ question: { options, answer } }) => {
      return options!.every((option) => option === answer || option.length < answer.length);
    }),
    rate('statements that are true', 'near 50 %', statements, ({ question }) => question.answer === 'true'),
    { name: 'sets spread over their passages', value: share(sets.filter(isSpread).length, sets.length), aim: '100 %' },
    ...QUESTION_TYPES.map((type) => rate(type.replace('_', ' '), '', all, ({ question }) => question.type === type)),
    { name: 'milliseconds a set, median', value: String(Math.round(median(sets.map(({ milliseconds }) => milliseconds)))), aim: '' },
  ];
}

const share = (part: number, whole: number) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

export const isExact = (set: MadeSet) => set.questions.length === set.requested;

const isAsked = ({ question }: Made) => question.type !== 'true_false';

const isSlice = ({ set: { document }, question: { sources } }: Made) =>
  sources.every(({ start, end, quote }) => document.text.slice(start, end) === quote);

function isOnPages({ set: { document }, question: { sources } }: Made): boolean {
  return sources.every(({ start, end, page, page_end: last }) => {
    const within = document.pages.filter((one) => one.start < end && one.end > start).map((one) => one.page);
    return within.every((one) => one === null || (one >= page! && one <= (last ?? page!)));
  });
}

function holdsAnswer({ answer, sources }: Question): boolean {
  const quote = new Set(wordsOf(joined(sources[0]!.quote)));
  return wordsOf(answer).every((word) => quote.has(word));
}

/** Without the hyphens and line ends that part a word in the document. */
const joined = (text: string) =>
  text
    // oxlint-disable-next-line no-control-regex -- PDFium writes such hyphens
    .replace(/[\u00ad\ufffe\u0002]\s*/gu, '')
    .replace(/-[ \t]*\r?\n\s*/gu, '')
    .replace(/\s+/gu, ' ');

/** Another of the set with the same stem, or with nearly the same words in stem, answer and options. */
function isTwin(question: Question, other: Question): boolean {
  if (other === question) return false;
  const [a, b] = [question, other].map(({ stem, answer, options }) => new Set(wordsOf([stem, answer, ...(options ?? [])].join(' '))));
  return keyOf(question.stem) === keyOf(other.stem) || a!.intersection(b!).size > 0.85 * a!.union(b!).size;
}

/** No passage gives more than a third of a set of nine or more where ten passages fit. */
function isSpread({ document, questions }: MadeSet): boolean {
  if (questions.length < 9 || document.passages.length < 10) return true;
  const groups = Map.groupBy(questions, (question) => passageOf(document, question));
  return [...groups.values()].every((group) => group.length <= questions.length / 3);
}

const formOf = (option: string) => (/^[\p{N}$£€]/u.test(option) ? 'figure' : /^\p{Lu}/u.test(option) ? 'capital' : 'word');

const keyOf = (text: string) => wordsOf(text).join(' ');

const has = (text: string, part: string) => ` ${keyOf(joined(text))} `.includes(` ${keyOf(part)} `);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
