/** Characters that one token stands for, by common tokenizers: four in scripts with letters, one where a character is a word or a syllable. */
const LETTERS_A_TOKEN = 4;
const WHOLE_TOKENS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** How many tokens a text is for a language model, about. */
export function tokensOf(text: string): number {
  const whole = text.match(WHOLE_TOKENS)?.length ?? 0;
  return whole + Math.ceil((text.length - whole) / LETTERS_A_TOKEN);
}

/** The first passages that fit together into so many tokens; one at least. */
export function withinTokens<Item extends { readonly text: string }>(passages: readonly Item[], tokens: number): Item[] {
  let used = 0;
  const fitting = passages.findIndex(({ text }, i) => (used += tokensOf(text)) > tokens && i > 0);
  return passages.slice(0, fitting < 0 ? undefined : fitting);
}
