const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]*$/;
const FOLDABLE = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;
/** Latin letters that no Unicode decomposition takes apart. */
const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
/** Vowel signs, tatweel and nukta, which writers set or leave out at will (as Lucene's ArabicNormalizer and HindiNormalizer). */
const OPTIONAL_MARKS = /\u0640|[\u064B-\u065F\u0670\u0591-\u05C7\u093C]/g;
const ONE_OF_MANY: Readonly<Record<string, string>> = {
  '\u0623': '\u0627', // alef with hamza above, below, madda, wasla: alef
  '\u0625': '\u0627',
  '\u0622': '\u0627',
  '\u0671': '\u0627',
  '\u0649': '\u064A', // alef maksura: yeh
  '\u0629': '\u0647', // teh marbuta: heh
  '\u0901': '\u0902', // candrabindu: anusvara
};

/**
 * The words of a text, in order: runs of letters, combining marks and digits after NFKC, in lower case. Marks belong to
 * words: without them Hindi falls to pieces.
 */
export function words(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** A word as it is compared: accents of Latin and Greek folded, spelling variants of Arabic, Hebrew and Hindi made one. */
export function fold(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(FOLDABLE, '$1')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(OPTIONAL_MARKS, '')
    .replace(/[\u0622\u0623\u0625\u0629\u0649\u0671]|\u0901/g, (letter) => ONE_OF_MANY[letter] ?? letter);
}
