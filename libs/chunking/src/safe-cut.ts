/** The separators of the recursive splitter above the level of single characters, coarsest first. */
const SEPARATORS = ['\n\n', '\n', ' '];

/**
 * The last offset at which `text`, the beginning of a longer text, can be cut so that splitting both sides separately
 * gives exactly the chunks of splitting the whole; 0 where there is none yet.
 *
 * Why there are such offsets: without overlap the splitter forgets everything whenever it closes a chunk. It cuts a text
 * before every separator and gathers pieces shorter than `size` greedily; a piece of `size` or more closes what was
 * gathered and is split by the next separator on its own. So a cut is safe (1) before the piece that no longer fitted,
 * (2) before and after a long piece, and (3) inside a long piece at a safe cut of the next level, if both parts remain
 * long. The last piece is still growing: only what it already is may be relied on.
 */
export function safeCut(text: string, size: number): number {
  return cutAtLevel(text, 0, size);
}

function cutAtLevel(text: string, level: number, size: number): number {
  const separator = SEPARATORS[level];
  if (separator === undefined) return cutInWord(text, size);
  // a line end at the very end may turn out to be the first half of "\n\n"
  const sure = separator === '\n\n' && text.endsWith('\n') ? text.length - 1 : text.length;
  let cut = 0;
  let gathered = 0;
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf(separator, start + 1);
    const length = (next === -1 ? sure : next) - start;
    // between the line ends of "\n\n\n" a cut would hide one of its two separators
    if (gathered + length > size && !(separator === '\n\n' && text[start - 1] === '\n')) cut = start;
    if (next === -1) {
      const inside = length < size ? 0 : cutInside(text.slice(start, sure), level, size);
      return inside > 0 ? start + inside : cut;
    }
    gathered = length >= size ? Infinity : gathered + length > size ? length : gathered + length;
    start = next;
  }
  return cut;
}

/** A safe cut inside a long last piece, as an offset in it; 0 where one part would no longer count as long. */
function cutInside(piece: string, level: number, size: number): number {
  const cut = cutAtLevel(piece.slice(0, piece.length - size), level + 1, size);
  return cut < size ? 0 : cut;
}

function cutInWord(word: string, size: number): number {
  let cut = 0;
  while (cut + size < word.length) cut += isLowSurrogate(word.charCodeAt(cut + size)) ? size - 1 : size;
  return cut;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
