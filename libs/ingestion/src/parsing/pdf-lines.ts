/** A line of a PDF page and where its first letter stands, in points from the bottom left of the page. */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Whether it ends with a hyphen that the layout put there. */
  readonly hyphenated: boolean;
}

/** A gap this many times the page's usual line distance parts paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** Points by which a first line is indented at least, and by which lines of one column may be off. */
const INDENT = 6;
const ALIGNED = 2;
const ENDS_SENTENCE = /[.!?:;…。！？؟]["'”’»)\]]*\d*$/;

/**
 * The text of a page: a line a line, a blank line between paragraphs as far as distance and indentation tell them, words
 * that were hyphenated at a line end whole again.
 */
export function joinLines(lines: readonly Line[]): string {
  const usual = usualDistance(lines);
  return lines.reduce((text, line, n) => {
    const before = lines[n - 1];
    if (before === undefined) return line.text;
    if (before.hyphenated) return joinHyphenated(text, line.text);
    return `${text}${beginsParagraph(lines, n, usual) ? '\n\n' : '\n'}${line.text}`;
  }, '');
}

function beginsParagraph(lines: readonly Line[], n: number, usual: number): boolean {
  const [before, line, after] = [lines[n - 1], lines[n], lines[n + 1]];
  if (!before || !line) return false;
  const gap = before.y - line.y;
  if (gap > usual * PARAGRAPH_GAP) return true;
  const indented = after !== undefined && line.x - after.x > INDENT && Math.abs(before.x - after.x) < ALIGNED;
  // the rest of a long list item is indented too, but there no sentence has ended
  return indented && gap > usual / 2 && ENDS_SENTENCE.test(before.text);
}

/** The median distance between lines that follow each other downwards; infinite where there are too few to tell. */
function usualDistance(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, n) => (lines[n]?.y ?? 0) - line.y)
    .filter((gap) => gap > 1)
    .toSorted((a, b) => a - b);
  return gaps.length < 4 ? Infinity : (gaps[gaps.length >> 1] ?? Infinity);
}

/**
 * Puts a word together that a line end parted. The hyphen goes where a plain word goes on in lower case, and stays in
 * names, compounds with another hyphen, addresses and numbers.
 */
function joinHyphenated(text: string, next: string): string {
  const [, head = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(next) ?? [];
  const tail = text.slice(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n')) + 1);
  const plain = /^\P{L}*\p{L}+$/u.test(tail) && !/[\d/.:@]/.test(tail) && /^\p{Ll}/u.test(head);
  const word = `${text}${plain ? '' : '-'}${head}`;
  return rest ? `${word}\n${rest}` : word;
}
