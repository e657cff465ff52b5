const FUNCTION_WORDS = new Set(
  'the of and to in is was that for with as by on are from at were which it be an this has or have not his her their they he she but who than into after over how because you we its been can when between through during most more some other'.split(
    ' ',
  ),
);

/** Whether a text reads as English: a third or so of running English are these words, and far fewer of any other language. */
export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return false;
  return words.filter((word) => FUNCTION_WORDS.has(word)).length / words.length > 0.17;
}
