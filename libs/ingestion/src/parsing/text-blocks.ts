const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Cuts a stream of text into blocks of at most `size` units that are the same however the stream came in pieces. */
export async function* textBlocks(texts: AsyncIterable<string>, size: number): AsyncGenerator<string> {
  let pending = '';
  for await (const text of texts) {
    pending += text;
    while (pending.length > size) {
      const cut = cutNear(pending, size);
      yield pending.slice(0, cut);
      pending = pending.slice(cut);
    }
  }
  if (pending) yield pending;
}

/** The best place to cut in the second half of the first `size` units: after a paragraph, a line, a word, a grapheme. */
function cutNear(text: string, size: number): number {
  const block = text.slice(0, size);
  for (const separator of ['\n\n', '\n', ' ']) {
    const at = block.lastIndexOf(separator);
    if (at >= size / 2) return at + separator.length;
  }
  // 40 units hold all but freak graphemes; those are cut between code points
  const from = size - 40;
  const cut = from + (graphemes.segment(text.slice(from, size + 40)).containing(40)?.index ?? 40);
  if (cut > from + 2) return cut;
  return isLowSurrogate(text.charCodeAt(size)) ? size - 1 : size;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
