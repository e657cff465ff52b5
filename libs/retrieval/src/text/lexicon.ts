import { fold } from '@lectern/embedding';
import { LANGUAGES, UNSPACED_STOP_WORDS, type Script } from './languages';

/** What is known of a word, whatever text it stands in. */
export interface Word {
  /** As it is compared where it is not stemmed: lower case, accents folded. */
  readonly folded: string;
  readonly script: Script;
  /** One bit a language (its index in LANGUAGES) that has it as a stop word. */
  readonly stopIn: number;
  /** Stems found so far, by the language's index. */
  readonly stems: string[];
}

/** Scripts that write no spaces between words (the long-vowel mark of Japanese has no script of its own). */
export const UNSPACED =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+)/u;

const SCRIPTS: readonly [Script, RegExp][] = [
  ['Latin', /^[\p{Script=Latin}\p{N}]/u],
  ['unspaced', UNSPACED],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hangul', /\p{Script=Hangul}/u],
];

/** Words remembered, some 200 bytes each: the vocabulary of a few books. */
const REMEMBERED_WORDS = 50_000;

const stopWords = new Map<string, number>();
LANGUAGES.forEach(({ stopWords: list }, index) => {
  // both spellings, since many people leave accents out
  for (const word of list.flatMap((word) => [word.normalize('NFKC').toLowerCase(), fold(word.normalize('NFKC').toLowerCase())]))
    stopWords.set(word, (stopWords.get(word) ?? 0) | (1 << index));
});
const unspacedStopWords = new Set(UNSPACED_STOP_WORDS);
const remembered = new Map<string, Word>();

export function lookUp(raw: string): Word {
  let word = remembered.get(raw);
  if (word) return word;
  const folded = fold(raw) || raw; // of marks alone nothing is left
  word = { folded, script: scriptOf(raw), stopIn: stopWords.get(raw) ?? stopWords.get(folded) ?? 0, stems: [] };
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(raw, word);
  return word;
}

/** The stem of `raw` in a language, folded: accents matter to a stemmer and not to a comparison. */
export function stemOf(raw: string, word: Word, language: number): string {
  return (word.stems[language] ??= fold(LANGUAGES[language]!.stem(raw)) || word.folded);
}

export function isUnspacedStopWord(run: string): boolean {
  return unspacedStopWords.has(run);
}

function scriptOf(word: string): Script {
  for (const [script, pattern] of SCRIPTS) if (pattern.test(word)) return script;
  return 'other';
}
