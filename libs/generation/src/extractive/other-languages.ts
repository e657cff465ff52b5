import { BLANK } from '../question';
import { shuffled } from '../seeded-random';
import { containsWords } from '../words';
import type { Draft } from './draft';
import { numberDistractors } from './number-distractors';
import type { SourceSentence } from './material';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly kind: 'year' | 'count' | 'name' | 'term';
}

/** How often each word of the evidence is met, and what it was as a possible answer. */
export interface WordCounts {
  readonly sentences: number;
  readonly times: ReadonlyMap<string, number>;
  readonly answers: readonly Word[];
}

/** Words that begin a sentence whose subject stands in the one before, in some languages that people study in. */
const OPENS_ON_ANOTHER =
  /^(?:Er|Sie|Es|Dies(?:e[rsmn]?)?|Dabei|Daher|Dennoch|Deshalb|Aber|Und|Ihre?|Seine?|Solche|Dazu|Damit|Dort|Dann|Él|Ella|Ellos|Ellas|Est[eao]s?|Es[eao]s?|Sus?|También|Pero|Además|Il|Elle|Ils|Elles|Ce|Cela|Cette|Ces|Cet|Sa|Ses|Leurs?|Mais|Lui|Lei|Loro|Quest[oaie]|Essi|Ele|Ela|Eles|Elas|Isso|Mas|Он|Она|Оно|Они|Это|Эт[аио]т?|यह|वह|ये|वे|(?:इस|उस|इन|उन)(?:में|से|का|के|की|को|पर|ने|हें|होंने)?|他|她|它|这|那|這|彼|彼女|これ|それ|この|その|هذا|هذه|وهو|وهي)(?![\p{L}\p{M}])/u;

/** `Als er die Tür aufmacht`: a clause about somebody from before. */
const OPENS_ON_SOMEBODY = /^\p{Lu}\p{Ll}{1,8} (?:er|sie|es|elle|ils?|él|ella)(?![\p{L}\p{M}])/u;

/** Words that hang on another sentence, or speak of the writer, wherever they stand. */
const SPEAKS_OF_ANOTHER =
  /(?<![\p{L}\p{M}])(?:ich|mich|mir|mein\p{L}*|wir|uns|unser\p{L}*|dies(?:e[rsmn]?)?|jene[rsmn]?|obige[rsmn]?|nächste[rsmn]?|folgende[rsmn]?|vorige[rsmn]?|nosotros|nuestr[oa]s?|est[ea]|est[oa]s|dich[oa]s?|más tarde|nous|notre|nos|cette|ces|cet|später|यही|वही|ऐसे|ऐसा|हम|हमारे|मैं)(?![\p{L}\p{M}])/iu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Cloze, multiple choice and true or false for any language: words by Unicode (UAX 29), their weight by how often they are met. */
export function draftsInAnyLanguage(sentence: SourceSentence, counts: WordCounts, random: () => number): Draft[] {
  if (OPENS_ON_ANOTHER.test(sentence.text) || OPENS_ON_SOMEBODY.test(sentence.text) || SPEAKS_OF_ANOTHER.test(sentence.text)) return [];
  const words = answerWords(sentence.text).filter((word) => isWorthAsking(word, counts));
  const truthful = random() < 0.5;
  return words.flatMap((word) => {
    const stem = sentence.text.slice(0, word.start) + BLANK + sentence.text.slice(word.start + word.text.length);
    if (containsWords(stem, word.text) || (word.kind === 'year' && isHalfOfRange(stem))) return [];
    const base = { sentence, asks: word.kind, score: 0.4 + weight(word, counts) };
    const written = { stem, answer: word.text, explanation: `“${sentence.text}”`, bloomLevel: 'remember' as const };
    const choice = () => {
      const wrong = distractors(word, sentence.text, counts, random);
      return wrong && { ...written, options: shuffled([word.text, ...wrong], random) };
    };
    const falsehood = () => {
      const [wrong] = distractors(word, sentence.text, counts, random) ?? [];
      return wrong === undefined
        ? undefined
        : {
            ...written,
            stem: stem.replace(BLANK, () => wrong),
            answer: 'false',
            explanation: `${wrong} → ${word.text}: “${sentence.text}”`,
          };
    };
    const drafts: Draft[] = [
      { ...base, type: 'cloze', write: () => written },
      { ...base, type: 'multiple_choice', write: choice },
    ];
    if (truthful) drafts.push({ ...base, type: 'true_false', write: () => ({ ...written, stem: sentence.text, answer: 'true' }) });
    else if (word.kind === 'year' || word.kind === 'count') drafts.push({ ...base, type: 'true_false', write: falsehood });
    return drafts;
  });
}

/** `von _____ bis 1074`: half of a range says nothing by itself. */
const isHalfOfRange = (stem: string) => /_____\s+\p{L}{1,4}[\p{L}\p{M}]*\s+\d{4}|\d{4}\s+\p{L}[\p{L}\p{M}]{0,4}\s+_____/u.test(stem);

export function countWords(all: readonly string[]): WordCounts {
  // a sentence that is printed again and again says its words once
  const texts = [...new Set(all)];
  const times = new Map<string, number>();
  const answers = new Map<string, Word>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const word of answerWords(text)) {
      const key = word.text.toLowerCase();
      if (!seen.has(key)) times.set(key, (times.get(key) ?? 0) + 1);
      seen.add(key);
      answers.set(key, answers.get(key) ?? word);
    }
  }
  const counts = { sentences: texts.length, times, answers: [] };
  return { ...counts, answers: [...answers.values()].filter((word) => isWorthAsking(word, counts)) };
}

function answerWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    const [before, after] = [text.charAt(index - 1), text.charAt(index + segment.length)];
    // never inside a compound or a figure
    if (
      /[-–/'’.,_%]/u.test(before) ||
      /[-–/'’_%]/u.test(after) ||
      (/[.,]/u.test(after) && /[\p{L}\p{N}]/u.test(text.charAt(index + segment.length + 1)))
    )
      continue;
    if (/^\p{Nd}+$/u.test(segment)) words.push({ text: segment, start: index, kind: /^(?:1\d|20)\d\d$/.test(segment) ? 'year' : 'count' });
    else if (/^[\p{L}\p{M}]+$/u.test(segment))
      words.push({ text: segment, start: index, kind: /^\p{Lu}\p{Ll}/u.test(segment) && index > 0 ? 'name' : 'term' });
  }
  return words;
}

/** Neither a function word (met in too many sentences, or short) nor a name cut out of a longer one. */
function isWorthAsking(word: Word, { sentences, times }: WordCounts): boolean {
  const met = times.get(word.text.toLowerCase()) ?? 0;
  if (word.kind === 'year') return true;
  if (word.kind === 'count') return word.text.length < 4;
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word.text);
  const least = sentences < 20 || word.kind === 'name' ? 1 : 2;
  const long = [...word.text].length >= (dense ? 2 : 5);
  return long && met >= least && met <= Math.max(2, 0.12 * sentences);
}

function weight(word: Word, { times }: WordCounts): number {
  const met = Math.log2(1 + (times.get(word.text.toLowerCase()) ?? 0));
  return { year: 0.2, name: 0.15, term: 0.06, count: 0.02 }[word.kind] + 0.03 * Math.min(4, met) + 0.005 * Math.min(12, word.text.length);
}

function distractors(word: Word, text: string, counts: WordCounts, random: () => number): string[] | undefined {
  const numbers = word.kind === 'year' || word.kind === 'count' ? numberDistractors(word.kind, word.text, random) : undefined;
  const similar = (other: Word) =>
    other.kind === word.kind &&
    Math.abs(other.text.length - word.text.length) <= 4 &&
    other.text.slice(0, 4).toLowerCase() !== word.text.slice(0, 4).toLowerCase();
  const pool =
    numbers ??
    shuffled(
      counts.answers.filter((other) => similar(other) && sharesEnding(other, word)),
      random,
    ).map((other) => other.text);
  const chosen = [...new Set(pool)]
    .filter((other) => !containsWords(text, other) && !text.toLowerCase().includes(other.toLowerCase()))
    .slice(0, 3);
  return chosen.length === 3 ? chosen : undefined;
}

/** Words of one ending are mostly of one class and inflection; scripts without endings have none to compare. */
const sharesEnding = (a: Word, b: Word) => !/\p{Script=Latin}|\p{Script=Cyrillic}/u.test(b.text) || a.text.slice(-2) === b.text.slice(-2);
