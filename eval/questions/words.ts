const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Of any script, in lower case (UAX 29). */
export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text.normalize('NFKC').toLowerCase())).flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  );
}
