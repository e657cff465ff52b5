/** What a question needs; of what is pasted beyond it the terms say enough. In UTF-16 units. */
const LONGEST = 8_192;

/**
 * A query as it is searched: one Unicode form (NFKC), without control and formatting characters (invisible, and noise to a
 * model), white space made single, whole characters up to a bound. Empty where nothing visible is left.
 */
export function cleanQuery(text: string): string {
  return text
    .slice(0, 2 * LONGEST)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\uFFFD]/gu, (character) => (JOINERS.test(character) ? character : ' '))
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** They shape letters in Hindi or Persian, and hold emoji together. */
const JOINERS = /[\u200C\u200D]/;
