import type { Language } from './language';
import { isEnclosed, nounAt, type Noun } from './noun';

const SHORTEST = 5;
const WORD = /(?<![\p{L}\p{M}\p{N}'’&.-])\p{Lu}[\p{L}-]*\p{Ll}(?![\p{L}\p{M}'’&-]|[-–]\p{N}|\.\p{L})/gu;

/** Nouns by their capitals; the frame is the article or the determiner before them, beyond their adjectives, or the preposition. */
export function germanNounsIn(text: string, { common, generic, opens, besides, within, by }: Language): Noun[] {
  return Array.from(text.matchAll(WORD)).flatMap((match) => {
    const [word] = match;
    const key = word.toLowerCase();
    const before = text.slice(0, match.index);
    if (
      word.length < SHORTEST ||
      /(?:lichen?|ischen?|igen)$/u.test(word) ||
      common.has(key) ||
      generic.has(key) ||
      opens.has(key) ||
      LIGHT.has(key) ||
      isEnclosed(text, match.index)
    )
      return [];
    // `Hurrikan Floyd`, `Familie Hauteville`: a name is beside it
    if (/\p{Lu}[\p{L}.-]*\s$/u.test(before) && !/^\p{L}+\s$/u.test(before)) return [];
    if (/^\s(?:[\p{Lu}\p{Nd}“"„]|(?:of|and|the|for) )/u.test(text.slice(match.index + word.length)) || /\p{Nd}\.?\s$/u.test(before))
      return [];
    const preposition = (one: string) => besides.has(one) || within.has(one) || by.has(one);
    const frame = frameOf(before.toLowerCase(), preposition);
    // `Die Zellmembran umgibt`: its verb tells that there is one
    const isOne = /^\^ die$/u.test(frame) && /^ (?:ist|hat|\p{Ll}{3,}te?) /u.test(text.slice(match.index + word.length));
    return [nounAt(word, match.index, isOne ? '^ die =' : frame)];
  });
}

/** Nouns that say little by themselves. */
const LIGHT = new Set(
  'großteil höhepunkt hauptaugenmerk wendepunkt reihe menge rolle bedeutung einfluss versuch hinblick beginns ausmaß mehrheit anteil umfang verlauf laufe rahmen zusammenhang hinsicht bereich bereiche bereichen vergleich gegensatz jahrhundert jahrhunderts jahrzehnt jahrzehnte jahrzehnten tage tagen woche wochen monat monate monaten stunde stunden minuten sekunden meter metern kilometer kilometern meilen tonnen dollar euro richtung stelle stellen dinge sache sachen aspekt aspekte aspekten punkt punkte faktor faktoren aussage betrachtung erwägung zeitpunkt zeitraum vergangenheit gegenwart definition aufgaben auswirkungen vielzahl gruppen klassen bedarf dutzend hunderte tausende montag dienstag mittwoch donnerstag freitag samstag sonntag sommer winter herbst frühjahr frühling morgen abend nacht norden süden osten'.split(
    ' ',
  ),
);

/** `der`, `von der`, `mit`, or nothing that tells: the words before a noun without its adjectives; `^` is the head of a sentence. */
function frameOf(before: string, isPreposition: (word: string) => boolean): string {
  const [, opens = '', clause = ''] = /(^|[,.:;)(“”"–]\s?)([^,.:;)(“”"–]*)$/u.exec(before) ?? [];
  const words = [opens === '' ? '^' : '', ...clause.trim().split(' ')];
  let at = words.length - 1;
  while (at > 1 && !DETERMINER.test(words[at]!) && !isPreposition(words[at]!) && IS_ADJECTIVE.test(words[at]!) && words.length - at < 3)
    at--;
  const [last = '', other = ''] = [words[at], words[at - 1]];
  const described = at < words.length - 1 ? ' ~' : '';
  if (DETERMINER.test(last)) return `${isPreposition(other) || other === '^' ? `${other} ` : ''}${last}${described}`;
  return isPreposition(last) ? `${last}${described}` : described;
}

const DETERMINER = /^(?:der|die|das|den|dem|des|eine?[nmrs]?|im|am|zum|zur|vom|beim|ins|ans|keine?[nmrs]?|jede[nmrs]?)$/u;
const IS_ADJECTIVE = /^\p{Ll}{3,}e[nmrs]?$/u;

export const ANY_CLASS = 'mfnp';

/** What a German noun may be, as far as its article and its ending tell: `m`, `f`, `n`, or `p` for many. */
export function germanClassesOf(word: string, frame: string): string {
  const byEnding = ENDINGS.find(([ending]) => ending.test(word))?.[1];
  if (byEnding !== undefined) return byEnding;
  if (frame.endsWith('=')) return 'f';
  const [article, before] = frame.split(' ').toReversed().filter((one) => one !== '~'); // prettier-ignore
  const found = classesAfter(article ?? '', before ?? '');
  // `die Kolonien`, `den Norden`
  if (found === 'fp' && /(?:en|er|eln|ern|s)$/u.test(word)) return 'p';
  return found === 'mp' && !/n$/u.test(word) ? 'm' : found;
}

function classesAfter(article: string, before: string): string {
  const withDative = /^(?:mit|von|aus|bei|nach|zu|seit)$/u.test(before);
  if (article === 'der') return withDative ? 'f' : before === '^' ? 'm' : 'mfp';
  if (article === 'den') return withDative ? 'p' : /^(?:durch|für|gegen|ohne|um)$/u.test(before) ? 'm' : 'mp';
  return ARTICLES[article] ?? ANY_CLASS;
}

const ARTICLES: Readonly<Record<string, string>> = {
  ...Object.fromEntries('dem im am zum vom beim einem ein kein keinem jedem'.split(' ').map((article) => [article, 'mn'])),
  ...Object.fromEntries('das ins ans jedes'.split(' ').map((article) => [article, 'n'])),
  ...Object.fromEntries('zur eine einer keiner'.split(' ').map((article) => [article, 'f'])),
  ...Object.fromEntries('einen keinen jeden'.split(' ').map((article) => [article, 'm'])),
  die: 'fp',
  keine: 'fp',
  jede: 'f',
};

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:ungen|heiten|keiten|schaften|ionen|täten|ismen|innen|toren|isten|enzen|anzen|ien|eien|iken)$/u, 'p'],
  [/(?:ung|heit|keit|schaft|ion|tät|ik|ie|ei|enz|anz|kunst|kraft|zeit)$/u, 'f'],
  [/(?:ismus|ling|ist)$/u, 'm'],
  [/(?:chen|lein|ment|tum|gebiet|system|netz|netzwerk|mittel|verfahren|wesen|gerät|gesetz|material)$/u, 'n'],
];

const DATIVE = /(?:^| )(?:dem|im|am|zum|vom|beim|einem|keinem|jedem)(?: |$)/u;
const GENITIVE = /(?:^| )(?:des|eines|keines)(?: |$)/u;
/** Where many have an `n` that they may not have elsewhere. */
const IS_DATIVE = /(?:^| )(?:den|mit|von|aus|bei|nach|zu|seit|zwischen|in|an|auf|unter|vor)(?: |$)/u;
const ALWAYS_N = /(?:ungen|heiten|keiten|schaften|ionen|täten|innen|toren|isten|enzen|anzen|logen|nauten)$/u;
const ARTICLE = /(?:^| )(?:der|die|das|den|eine?[nr]?|ins|ans|zur|keine?[nr]?|jede[nrs]?)(?: |$)/u;

export const hasGermanArticle = (frame: string) => [ARTICLE, DATIVE, GENITIVE].some((article) => article.test(frame));

/** The places that a noun fits into by what it may be; the first is its own. */
export function germanPlacesOf({ text, frame }: Pick<Noun, 'text' | 'frame'>, classes: string): string[] {
  // a genitive has an ending of its own, and many have one after `den` and `mit`
  const many = classes === 'p' && /n$/u.test(text) ? (IS_DATIVE.test(frame) ? ['n dative'] : ['n']) : [''];
  const endings = classes === 'p' && ALWAYS_N.test(text) ? [...many, 'n', 'n dative'] : many;
  if (GENITIVE.test(frame)) return [`of ${/en$/u.test(text)}`];
  const kind = hasGermanArticle(frame) ? 'the' : frame.replace('~', '').trim();
  const maleOrNeuter = /^[mn]+$/u.test(classes) ? [`${kind} mn`] : [];
  if (DATIVE.test(frame)) return [`the mn`, ...(classes.length === 1 ? [`the ${classes}`] : [])];
  if (classes.length !== 1) return [`${frame} ${classes} ${text.slice(-2)}`, ...maleOrNeuter];
  return [...endings.map((ending) => `${kind} ${classes}${ending}`), ...maleOrNeuter];
}
