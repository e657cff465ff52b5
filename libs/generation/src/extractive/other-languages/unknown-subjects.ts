import type { DocumentWords } from './document-words';
import { membersIn } from './families';
import type { Language } from './language';
import { headOf } from './subject-of';

/** `Der Bodentest begann`, and not `Die Grenze des Landes`, nor `Die Stadt Bremen`. */
const GERMAN_HEAD = /^(?:Der|Die|Das) (\p{Lu}[\p{L}-]+) (?!(?:der|des|von|eines|einer)(?!\p{L}))\p{Ll}/u;

/** A long compound says which it is. */
const LONG_COMPOUND = 12;
const COMPOUND = 9;

/** `Das Video wurde bearbeitet`, `El ojo cruzó la ciudad`: what some one thing did once, and nothing tells which. */
export function isOfAStory(text: string, { language, terms }: DocumentWords): boolean {
  const [, article = '', noun = ''] = STORY.exec(text) ?? [];
  if (!language.definiteArticles.has(article.toLowerCase()) || terms.definitionIn(text)) return false;
  // `Der Suezkanal wurde eröffnet`: German compounds are names, too
  const specific = language.code === 'de' ? COMPOUND : LONG_COMPOUND;
  return noun.length < specific && !noun.includes('-') && terms.times(noun) < 2;
}

/** An article, one noun, and a verb in the past, in Germanic and Romance languages. */
const STORY =
  /^(\p{L}{1,3})[ '’](\p{L}[\p{L}-]+) (?:wurden?|waren?|hatten?|\p{Ll}{3,}te|kam|ging|trat|stand|begann|fiel|fue|fueron|era|eran|había|\p{Ll}+(?:ó|aron|ieron)|fut|furent|était|étaient|\p{Ll}+(?:èrent|irent)|fu|furono|\p{Ll}+(?:ò|arono|irono)|foi|foram|\p{Ll}+(?:ou|aram)|werd(?:en)?|was)(?!\p{L})/u;

/** `Los astronautas se asfixiaron`: something happened, and no name and no figure tells to whom or when. */
export function isOfUnnamed(text: string, words: DocumentWords): boolean {
  const { names, language } = words;
  if (isOfSomeAction(text, words)) return true;
  if (language.past?.test(text) !== true && !hasVagueSubject(text, words)) return false;
  // what is vague is asked about last where a name or a year besides may tell which it is
  if (ANCHOR.test(text) || names.namesIn(text).length > 0) return false;
  const [first = '', second = ''] = text.split(' ');
  // `Hobson argumentierte`, and neither `Umweltschützer zeigten` nor `Hizo`
  if (/^\p{Lu}\p{Ll}+$/u.test(first) && !isKnown(first, language) && !language.past?.test(first) && language.past?.test(second) && !/n$/u.test(second)) return false; // prettier-ignore
  return language.code === 'de' || !/(?<!\p{L})\p{Lu}/u.test(text.slice(1));
}

/** `La medición es difícil`: what is done, and not with what, unless the document is about it. */
function isOfSomeAction(text: string, { language, terms }: DocumentWords): boolean {
  const [, article = '', noun = '', next = ''] = ACTION.exec(text) ?? [];
  if (!language.definiteArticles.has(article.toLowerCase()) || terms.times(noun) >= ITS_SUBJECT - 1 || terms.definitionIn(text))
    return false;
  return language.verbs?.has(next) === true || PRESENT.test(next) || language.past?.test(next) === true;
}

const ACTION = /^(\p{L}+) (\p{L}+(?:ung|ción|sión|tion|zione|sione|ção)) (\p{L}+)/u;

const isKnown = (word: string, { common, opens }: Language) => [common, opens].some((words) => words.has(word.toLowerCase()));

/** A year, an abbreviation, or capitals that stand side by side. */
const ANCHOR =
  /\p{Nd}{3}|\p{Lu}{2}|\p{L}-\p{Lu}|(?<=.)\p{Lu}[\p{L}.'’]+ (?:of |von |van |de )?\p{Lu}|(?<!\p{L})(?:von|aus|nach|in) \p{Lu}[\p{L}]+(?=[,.]| (?:und|in|im))/u;

/** `La colección de trajes es la más completa`: an article, and up to the verb no name that tells whose or which. */
export function hasVagueSubject(text: string, { language, names, terms, isStory }: DocumentWords): boolean {
  if (!language.past || (!isStory && !language.past.test(text))) return false;
  const { definiteArticles, past, verbs, code } = language;
  const [article = '', ...rest] = text.split(' ');
  const isOneOfMany = SOME.test(article) || (definiteArticles.has(article.toLowerCase()) && SUBJECT.test(article));
  if (!isOneOfMany || terms.definitionIn(text)) return false;
  const at = rest.findIndex((word) => verbs?.has(word) || past?.test(word) || PRESENT.test(word));
  const head = [article, ...rest.slice(0, Math.max(1, at))].join(' ');
  if (ANCHOR.test(head) || /\p{Nd}/u.test(head) || names.namesIn(text).some(({ start }) => start < head.length)) return false;
  if (terms.times(rest[0] ?? '') >= ITS_SUBJECT) return false;
  return (code === 'de' || !/(?<=.)\p{Lu}/u.test(head)) && membersIn(`${head} `, language).length === 0;
}

/** What so many sentences speak of is what the document is about: `Los hugonotes`. */
const ITS_SUBJECT = 5;

/** Articles before a subject, without those that are a preposition too. */
const SUBJECT = /^(?:der|die|das|el|la|los|las|le|les|il|lo|i|gli|o|a|os|as|de|het)$/iu;

/** `Dos grandes retratos datan del siglo XVIII`. */
const SOME = /^(?:zwei|drei|vier|dos|tres|cuatro|deux|trois|quatre|due|tre|quattro|dois|duas|três)$/iu;

/** Finite verbs of the present, where a language's file does not list them. */
const PRESENT =
  /^(?:ist|sind|hat|haben|wird|werden|kann|können|muss|müssen|gibt|(?!mit|seit|statt|samt|nicht|bereits|oft|fast|meist|erst|selbst)\p{Ll}{4,}t|es|son|se|est|sont|a|ont|è|sono|ha|han|é|são|tem)$/u;

/** A subject of one word with an article, of which nothing else is said: some one that was told of before. */
export function isUnknown(text: string, { language, terms }: DocumentWords): boolean {
  if (terms.definitionIn(text)) return false;
  const head = language.code === 'de' ? GERMAN_HEAD.exec(text)?.[1] : headOf(text, language);
  const noun = typeof head === 'string' ? head : head?.noun;
  const article = typeof head === 'object' ? head.article.replace(/[ '’]$/u, '').toLowerCase() : 'der';
  if (noun === undefined || !language.definiteArticles.has(article)) return false;
  return !noun.includes(' ') && !noun.includes('-') && noun.length < LONG_COMPOUND && terms.times(noun) < 2;
}
