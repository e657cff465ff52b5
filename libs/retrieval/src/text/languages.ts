import { fold } from '@lectern/embedding';
import { stemmer as enStem } from '@orama/stemmers/english';
import { stemmer as deStem } from '@orama/stemmers/german';
import { stemmer as esStem } from '@orama/stemmers/spanish';
import { stemmer as frStem } from '@orama/stemmers/french';
import { stemmer as itStem } from '@orama/stemmers/italian';
import { stemmer as ptStem } from '@orama/stemmers/portuguese';
import { stemmer as nlStem } from '@orama/stemmers/dutch';
import { stemmer as svStem } from '@orama/stemmers/swedish';
import { stemmer as daStem } from '@orama/stemmers/danish';
import { stemmer as noStem } from '@orama/stemmers/norwegian';
import { stemmer as fiStem } from '@orama/stemmers/finnish';
import { stemmer as huStem } from '@orama/stemmers/hungarian';
import { stemmer as roStem } from '@orama/stemmers/romanian';
import { stemmer as trStem } from '@orama/stemmers/turkish';
import { stemmer as ruStem } from '@orama/stemmers/russian';
import { stemmer as bgStem } from '@orama/stemmers/bulgarian';
import { stemmer as elStem } from '@orama/stemmers/greek';
import { stemmer as arStem } from '@orama/stemmers/arabic';
import { stemmer as hiStem } from '@orama/stemmers/indian';
import { stemmer as taStem } from '@orama/stemmers/tamil';
import { stemmer as hyStem } from '@orama/stemmers/armenian';
import { stopwords as enStops } from '@orama/stopwords/english';
import { stopwords as deStops } from '@orama/stopwords/german';
import { stopwords as esStops } from '@orama/stopwords/spanish';
import { stopwords as frStops } from '@orama/stopwords/french';
import { stopwords as itStops } from '@orama/stopwords/italian';
import { stopwords as ptStops } from '@orama/stopwords/portuguese';
import { stopwords as nlStops } from '@orama/stopwords/dutch';
import { stopwords as svStops } from '@orama/stopwords/swedish';
import { stopwords as daStops } from '@orama/stopwords/danish';
import { stopwords as noStops } from '@orama/stopwords/norwegian';
import { stopwords as fiStops } from '@orama/stopwords/finnish';
import { stopwords as huStops } from '@orama/stopwords/hungarian';
import { stopwords as roStops } from '@orama/stopwords/romanian';
import { stopwords as trStops } from '@orama/stopwords/turkish';
import { stopwords as ruStops } from '@orama/stopwords/russian';
import { stopwords as bgStops } from '@orama/stopwords/bulgarian';
import { stopwords as elStops } from '@orama/stopwords/greek';
import { stopwords as arStops } from '@orama/stopwords/arabic';
import { stopwords as hiStops } from '@orama/stopwords/indian';
import { stopwords as taStops } from '@orama/stopwords/tamil';
import { stopwords as hyStops } from '@orama/stopwords/armenian';
import { stopwords as zhStops } from '@orama/stopwords/mandarin';
import { stopwords as jaStops } from '@orama/stopwords/japanese';

export interface Language {
  readonly code: string;
  readonly script: Script;
  readonly stem: (word: string) => string;
  readonly stopWords: readonly string[];
}

export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Arabic' | 'Devanagari' | 'Tamil' | 'Armenian' | 'Hangul' | 'unspaced' | 'other';

/** What the stop lists lack: the words that make a sentence a question, and what an apostrophe leaves of two words. */
const ADDITIONAL_STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'what which who whom whose when where why how many much long often far does do did s t d ll re ve m',
  de: 'wer wen wem wessen wann wo woher wohin warum weshalb wieso wie was welche welcher welches welchen welchem viel viele wieviel wieviele wurde wurden',
  es: 'qué cuál cuáles quién quiénes cuándo dónde adónde cómo cuánto cuánta cuántos cuántas',
  fr: 'qui que quoi quel quelle quels quelles quand où comment pourquoi combien lequel laquelle lesquels lesquelles est-ce',
  it: 'chi che cosa quale quali quando dove come perché quanto quanta quanti quante',
  pt: 'quem que qual quais quando onde como porque quanto quanta quantos quantas',
  nl: 'wie wat welk welke wanneer waar waarom hoe hoeveel',
  sv: 'vem vad vilken vilket vilka när var varför hur många mycket',
  da: 'hvem hvad hvilken hvilket hvilke hvornår hvor hvorfor hvordan mange meget',
  no: 'hvem hva hvilken hvilket hvilke når hvor hvorfor hvordan mange mye',
  fi: 'kuka mikä mitä milloin missä miksi miten kuinka monta',
  hu: 'ki mi mit mikor hol miért hogyan hány mennyi melyik',
  ro: 'cine ce care când unde de cum cât câtă câți câte',
  tr: 'kim ne hangi nerede nasıl niçin neden kaç',
  ru: 'кто что какой какая какое какие каких когда где куда откуда почему зачем как сколько чей',
  bg: 'кой какво коя кое кои кога къде защо как колко чий',
  el: 'ποιος ποια ποιο ποιοι τι πότε πού γιατί πώς πόσο πόσοι πόσες πόσα',
  ar: 'من ما ماذا متى أين لماذا كيف كم أي أية هل',
  hi: 'क्या कौन कौनसा कब कहाँ कहां क्यों कैसे कैसा कितना कितने कितनी किस किसे किसने किसका किसके किसकी जाता जाती जाते है में हूँ',
};

/** A list longer than this holds verbs and nouns beside function words, which are short (Zipf 1949): its longer words are kept. */
const LONG_LIST = 300;
const LONGEST_FUNCTION_WORD = 5;

function stops(code: string, list: readonly string[]): string[] {
  const words = list.length > LONG_LIST ? list.filter((word) => [...word].length <= LONGEST_FUNCTION_WORD) : list;
  return [...words, ...(ADDITIONAL_STOP_WORDS[code]?.split(' ') ?? [])];
}

/** Snowball's stemmers and stop lists, the most used language of a script first: it is taken where nothing tells. */
export const LANGUAGES: readonly Language[] = [
  { code: 'en', script: 'Latin', stem: (word) => enStem(fold(word)), stopWords: stops('en', enStops) },
  { code: 'de', script: 'Latin', stem: deStem, stopWords: stops('de', deStops) },
  { code: 'es', script: 'Latin', stem: esStem, stopWords: stops('es', esStops) },
  { code: 'fr', script: 'Latin', stem: frStem, stopWords: stops('fr', frStops) },
  { code: 'it', script: 'Latin', stem: itStem, stopWords: stops('it', itStops) },
  { code: 'pt', script: 'Latin', stem: ptStem, stopWords: stops('pt', ptStops) },
  { code: 'nl', script: 'Latin', stem: nlStem, stopWords: stops('nl', nlStops) },
  { code: 'sv', script: 'Latin', stem: svStem, stopWords: stops('sv', svStops) },
  { code: 'da', script: 'Latin', stem: daStem, stopWords: stops('da', daStops) },
  { code: 'no', script: 'Latin', stem: noStem, stopWords: stops('no', noStops) },
  { code: 'fi', script: 'Latin', stem: fiStem, stopWords: stops('fi', fiStops) },
  { code: 'hu', script: 'Latin', stem: huStem, stopWords: stops('hu', huStops) },
  { code: 'ro', script: 'Latin', stem: roStem, stopWords: stops('ro', roStops) },
  { code: 'tr', script: 'Latin', stem: trStem, stopWords: stops('tr', trStops) },
  { code: 'ru', script: 'Cyrillic', stem: ruStem, stopWords: stops('ru', ruStops) },
  { code: 'bg', script: 'Cyrillic', stem: bgStem, stopWords: stops('bg', bgStops) },
  { code: 'el', script: 'Greek', stem: elStem, stopWords: stops('el', elStops) },
  { code: 'ar', script: 'Arabic', stem: arStem, stopWords: stops('ar', arStops) },
  { code: 'hi', script: 'Devanagari', stem: hiStem, stopWords: stops('hi', hiStops) },
  { code: 'ta', script: 'Tamil', stem: taStem, stopWords: stops('ta', taStops) },
  { code: 'hy', script: 'Armenian', stem: hyStem, stopWords: stops('hy', hyStops) },
];

/** Of scripts without spaces; there are no words to stem. */
export const UNSPACED_STOP_WORDS: readonly string[] = [...zhStops, ...jaStops];
