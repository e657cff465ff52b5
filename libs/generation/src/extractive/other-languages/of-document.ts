import { hashOf, seededRandom } from '@lectern/platform';
import { isEnglish } from '../../language';
import type { Turn } from '../../turn';
import type { Draft } from '../draft';
import type { Lexicon } from '../names';
import { DocumentWords } from './document-words';
import { draftsIn } from './drafts';
import type { Language } from './language';
import { ANY } from './languages/any';
import { languageOf } from './language-of';
import { mainClauseOf, sayingOf } from './sayings';
import { standsAlone } from './stands-alone';
import { isWholeSentence } from './whole-sentences';
import type { SourceSentence } from '../source-sentence';

/** Questions on a document in another language than English. */
export async function draftsOfDocument(sentences: readonly SourceSentence[], lexicon: Lexicon, seed: number, turn: Turn): Promise<Draft[]> {
  // a quotation or an abstract in English is none of the document's language
  const native = sentences.filter(({ text }) => !isEnglish(text));
  const language = languageOf(native.map(({ text }) => text).join(' ')) ?? ANY;
  const whole = native
    .map((sentence) => ({ ...sentence, text: asItStands(sentence.text, language) }))
    .filter(({ text }) => isWholeSentence(text));
  const words = await DocumentWords.of(
    language,
    whole.map(({ text }) => text),
    lexicon,
    turn,
  );
  const drafts: Draft[] = [];
  for (const sentence of whole) {
    await turn.next();
    if (standsAlone(sentence.text, language)) drafts.push(...draftsIn(sentence, words, seededRandom(seed ^ hashOf(sentence.text))));
  }
  return drafts;
}

/** The main clause alone, where the whole does not stand by itself. */
function asItStands(text: string, language: Language): string {
  const said = sayingOf(text, language);
  const clause = isFit(said, language) ? undefined : mainClauseOf(said, language);
  return clause !== undefined && isFit(clause, language) ? clause : said;
}

const isFit = (text: string, language: Language) => isWholeSentence(text) && standsAlone(text, language);
