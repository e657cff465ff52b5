import { sentenceFault, type SentenceFault } from '../../sentence-rules';

/** What sentence rules say of English words; other languages have such words too, of other meaning. */
const ENGLISH: ReadonlySet<SentenceFault> = new Set<SentenceFault>(['personal', 'dangling', 'relative_time']);

/** A sentence of prose with enough words, in any language. */
export function isWholeSentence(text: string): boolean {
  // in dense scripts a figure is as long as a sentence is
  const fault = sentenceFault(UNSPACED.test(text) ? text.replace(/\p{Nd}+(?:[.,]\p{Nd}+)?[%％]?/gu, '数数数') : text);
  return (!fault || ENGLISH.has(fault)) && isLongEnough(text);
}

/** Five words, where words are told apart by spaces. */
const isLongEnough = (text: string) => (UNSPACED.test(text) ? text.length >= 10 : text.split(' ').length > 4);

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
