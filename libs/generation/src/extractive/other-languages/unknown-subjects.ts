import type { DocumentWords } from './document-words';
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
export function isOfUnnamed(text: string, { names, language }: DocumentWords): boolean {
  if (!language.past?.test(text) || ANCHOR.test(text) || names.namesIn(text).length > 0) return false;
  const [first = ''] = text.split(' ');
  const isName = /^\p{Lu}\p{Ll}+$/u.test(first) && ![language.common, language.opens].some((words) => words.has(first.toLowerCase()));
  // `Hobson argumentierte`, and neither `Umweltschützer zeigten` nor `Hizo`
  if (isName && !language.past.test(first) && language.past.test(text.split(' ')[1] ?? '') && !/n$/u.test(text.split(' ')[1]!))
    return false;
  return language.code === 'de' || !/(?<!\p{L})\p{Lu}/u.test(text.slice(1));
}

/** A year, an abbreviation, or capitals that stand side by side. */
const ANCHOR =
  /\p{Nd}{3}|\p{Lu}{2}|\p{L}-\p{Lu}|(?<=.)\p{Lu}[\p{L}.'’]+ (?:of |von |van |de )?\p{Lu}|(?<!\p{L})(?:von|aus|nach|in) \p{Lu}[\p{L}]+(?=[,.]| (?:und|in|im))/u;

/** A subject of one word with an article, of which nothing else is said: some one that was told of before. */
export function isUnknown(text: string, { language, terms }: DocumentWords): boolean {
  if (terms.definitionIn(text)) return false;
  const head = language.code === 'de' ? GERMAN_HEAD.exec(text)?.[1] : headOf(text, language);
  const noun = typeof head === 'string' ? head : head?.noun;
  const article = typeof head === 'object' ? head.article.replace(/[ '’]$/u, '').toLowerCase() : 'der';
  if (noun === undefined || !language.definiteArticles.has(article)) return false;
  return !noun.includes(' ') && !noun.includes('-') && noun.length < LONG_COMPOUND && terms.times(noun) < 2;
}
