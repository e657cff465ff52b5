import type { Lexicon } from '../names';
import { frameBefore, type Fact } from './fact';
import type { Language } from './language';
import { isFamilyName, isGiven } from './people';

export type Vote = 'person' | 'place';

export interface NameKnowledge {
  readonly language: Language;
  readonly lexicon: Lexicon;
  /** By its name in small letters. */
  readonly isCountry: (key: string) => boolean;
}

/** What the words around a name tell of it: a title, dates of a life or a deed of somebody, `in` of a place. */
export function votesFor(
  { text: name, start, end }: Pick<Fact, 'text' | 'start' | 'end'>,
  text: string,
  { language, lexicon, isCountry }: NameKnowledge,
): ReadonlySet<Vote> {
  const votes = new Set<Vote>();
  const { within, by, titles, generic, acts } = language;
  const frame = frameBefore(text, start);
  const words = name.split(' ');
  const [first = ''] = words;
  const after = text.slice(end);
  if (words.length > 1 && generic.has(first.toLowerCase())) return votes;
  const titled = titles.has(frame) || (words.length > 1 && titles.has(first.toLowerCase()));
  if (titled || (words.length > 1 && isGiven(first.split('-')[0]!, lexicon)) || isFamilyName(words)) votes.add('person');
  if (
    /^ \((?:\p{L}+\.? ){0,2}\d{3,4}\s?[-–—]/u.test(after) ||
    (words.length > 1 && acts?.test(after.trimStart()) && !isCountry(name.toLowerCase()))
  )
    votes.add('person');
  if (by.has(frame) && words.length > 1 && votes.size === 0 && !isCountry(name.toLowerCase())) votes.add('person');
  const located = lexicon(name.toLowerCase()).some((tag) => /^(?:City|Country|Region)$/.test(tag));
  if (words.length === 1 && !located && isGiven(name, lexicon)) votes.add('person');
  if (
    !titled &&
    words.every((word) => !/\p{Lu}.*\p{Lu}/u.test(word) || word.includes('-')) &&
    ((within.has(frame) && !votes.has('person')) || located)
  )
    votes.add('place');
  return votes;
}
