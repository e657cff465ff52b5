/** Runs of letters, marks and digits of any script, in lower case; where a script has no spaces, its words (UAX 29). */
export function wordsOf(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return UNSPACED.test(text) ? runs.flatMap((run) => Array.from(segmenter.segment(run), ({ segment }) => segment)) : runs;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** What two answers must share to count as one: their words, without case, marks or articles. */
export function answerKey(text: string): string {
  const words = wordsOf(text);
  const kept = words.filter((word) => !ARTICLES.has(word));
  return (kept.length > 0 ? kept : words).join(' ');
}

/** Share of the words of either that both have (Jaccard 1901). */
export function wordOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Whether the words of `part` stand one after the other in `whole`. */
export function containsWords(whole: string, part: string): boolean {
  const needle = wordsOf(part).join(' ');
  return needle !== '' && ` ${wordsOf(whole).join(' ')} `.includes(` ${needle} `);
}

const ARTICLES = new Set(['the', 'a', 'an']);
