const FUNCTION_WORDS = new Set(
  'the of and to in is was that for with as by on are from at were which it be an this has or have not his her their they he she but who than into after over how because you we its been can when between through during most more some other'.split(
    ' ',
  ),
);

/** Of a text's words those that English is held together by: a third or so of running English, and far less of any other language. */
export function englishShare(text: string): number {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length === 0 ? 0 : words.filter((word) => FUNCTION_WORDS.has(word)).length / words.length;
}

/** Dutch has `in`, `is`, `was`, `of` and `over` too, and is held together by these. */
const DUTCH = new Set('de het een van en zijn werd worden voor met door aan naar niet'.split(' '));

/** Whether a text reads as English. */
export const isEnglish = (text: string): boolean => englishShare(text) > 0.17 && !isDutch(text);

function isDutch(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => DUTCH.has(word)).length > 0.12 * words.length;
}
