import { words } from '@lectern/embedding';
import { LANGUAGES, type Script } from './languages';
import { isUnspacedStopWord, lookUp, stemOf, UNSPACED, type Word } from './lexicon';

/** One word, or one pair of characters of a script without spaces, in the order of the text. */
export interface Token {
  /** What it is compared by: the folded stem, or the pair itself. */
  readonly stem: string;
  /** The whole word, folded; of a pair its first character. */
  readonly word: string;
  readonly script: Script;
  /** Neither a stop word nor a question word. */
  readonly content: boolean;
}

/**
 * The words of a text with their stems, in whatever language it is: the script decides where one language is known for it,
 * else the most stop words do (Latin, Cyrillic), else the first language of the script. Scripts without spaces give pairs of
 * neighbouring characters, the usual unit of search in Chinese and Japanese (Kwok 1997).
 */
export function analyse(text: string): Token[] {
  const raw = words(text).flatMap(piecesOf);
  const known = raw.map(lookUp);
  const languageOf = languagesOf(known);
  return raw.flatMap((word, i) => tokensOf(word, known[i]!, languageOf));
}

/** The stems of a text's content words, each once, in order; of a text of stop words alone, theirs. */
export function contentWords(text: string): string[] {
  return [...new Set(contentOf(analyse(text)).map(({ stem }) => stem))];
}

/** The tokens that a query is about: its content words, or all it has. */
export function contentOf(tokens: readonly Token[]): readonly Token[] {
  const content = tokens.filter((token) => token.content);
  return content.length > 0 ? content : tokens;
}

function piecesOf(word: string): string | string[] {
  return UNSPACED.test(word) ? word.split(UNSPACED).filter(Boolean) : word;
}

function tokensOf(raw: string, word: Word, languageOf: ReadonlyMap<Script, number>): Token | Token[] {
  const { folded, script } = word;
  if (script === 'unspaced') return pairsOf(folded);
  const language = languageOf.get(script);
  if (language === undefined) return { stem: folded, word: folded, script, content: true };
  return { stem: stemOf(raw, word, language), word: folded, script, content: (word.stopIn & (1 << language)) === 0 };
}

function pairsOf(run: string): Token[] {
  const characters = [...run];
  if (characters.length === 1) return [{ stem: run, word: run, script: 'unspaced', content: !isUnspacedStopWord(run) }];
  return characters.map((character, i) => {
    const pair = character + (characters[i + 1] ?? '');
    return { stem: pair, word: character, script: 'unspaced', content: i < characters.length - 1 && !isUnspacedStopWord(pair) };
  });
}

/** For each script of a text the language (its index) with the most stop words in it. */
function languagesOf(known: readonly Word[]): Map<Script, number> {
  const votes = new Uint32Array(LANGUAGES.length);
  for (const { stopIn } of known) for (let bits = stopIn; bits !== 0; bits &= bits - 1) votes[31 - Math.clz32(bits & -bits)]!++;
  const chosen = new Map<Script, number>();
  LANGUAGES.forEach(({ script }, language) => {
    const best = chosen.get(script);
    if (best === undefined || votes[language]! > votes[best]!) chosen.set(script, language);
  });
  return chosen;
}
