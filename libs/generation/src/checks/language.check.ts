import { englishShare, isEnglish } from '../language';
import { wordsOf } from '../words';
import type { QuestionCheck } from './question-check';

/** Of fewer words nothing is said. */
const FEWEST_WORDS = 8;
/** Below it a running text is of another language. */
const FOREIGN = 0.06;

/** A table tells nothing. */
const HAS_SENTENCES = /\p{Ll}[.!?](?:\s|$)/u;

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Thai',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Han',
].map((name) => new RegExp(`\\p{Script=${name}}`, 'gu'));

/** The question is in the language of its passage, as far as script and function words tell. */
export const languageCheck: QuestionCheck = {
  name: 'language',
  passes: ({ stem }, { text }) => {
    const script = scriptOf(stem);
    if (script && !new RegExp(script.source, 'u').test(text)) return false;
    const [asked, read] = [wordsOf(stem), wordsOf(text)];
    if (script !== SCRIPTS[0] || asked.length < FEWEST_WORDS || read.length < 3 * FEWEST_WORDS) return true;
    return isEnglish(text) ? englishShare(stem) > 0 : englishShare(text) > FOREIGN || !isEnglish(stem) || !HAS_SENTENCES.test(text);
  },
};

/** That of most letters; undefined where there are none. */
function scriptOf(text: string): RegExp | undefined {
  const [most] = SCRIPTS.map((script) => ({ script, letters: text.match(script)?.length ?? 0 })).toSorted((a, b) => b.letters - a.letters);
  return most!.letters > 0 ? most!.script : undefined;
}
