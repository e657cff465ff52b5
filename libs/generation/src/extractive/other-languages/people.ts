import type { Lexicon } from '../names';

/** Whether a word is known as somebody's first name. */
export const isGiven = (word: string, lexicon: Lexicon): boolean =>
  lexicon(word.toLowerCase()).some((tag) => /^(?:MaleName|FemaleName|FirstName)$/.test(tag));

/** `Менделеев`, `Скоропадський`, `Piłsudski`: endings of family names, after a first name. */
export const isFamilyName = (words: readonly string[]) =>
  words.length > 1 && words.length < 4 && /(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ский|ская|ського|ський|ська|цкий|енко|чук|вич|ович|евич|дзе|швили|ski|ska|cki|cka|wicz|czyk|oğlu)$/u.test(words.at(-1)!); // prettier-ignore
