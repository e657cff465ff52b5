import type { Lexicon } from '../names';

/** Whether a word is known as somebody's first name. */
export const isGiven = (word: string, lexicon: Lexicon): boolean =>
  lexicon(word.toLowerCase()).some((tag) => /^(?:MaleName|FemaleName|FirstName)$/.test(tag));
