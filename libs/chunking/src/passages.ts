import type { Span } from '@lectern/platform';

/** A chunk on its way into a passage, with what stands before it. */
export interface Piece extends Span {
  /** Whether a blank line parts it from its predecessor. */
  readonly opensParagraph: boolean;
  /** Whether a section heading stands at its beginning. */
  readonly opensSection: boolean;
  /** Whether blank lines stand inside it: it is several tiny paragraphs. */
  readonly holdsParagraphs: boolean;
}

/** A paragraph of up to this many characters is one passage; longer ones are split evenly. */
const LONGEST_PARAGRAPH = 1200;
/** What passages are filled up to when small paragraphs merge, and the aim when long ones are split. */
const FULL = 1000;
/** Below this a paragraph (a heading, a list item, a caption) says too little alone and joins its followers. */
const SMALL = 150;
/** Text without blank lines is cut after this many characters, so that it need not be gathered whole. */
const LONGEST_GATHERED = 8 * FULL;

/**
 * Groups a document's chunks, in order, into passages: the parents that are judged and returned. A passage is a paragraph where paragraphs
 * have a useful length, a part of one where they are long, several where they are small. A heading always begins one.
 */
export class PassageGrouper<T extends Piece> {
  private passages = 0;
  private open: (Span & { small: boolean }) | undefined;
  private paragraph: T[] = [];

  /** @returns the chunks whose passage is now known, with its number, in order */
  add(piece: T): [T, number][] {
    const first = this.paragraph[0];
    const closes = first !== undefined && (piece.opensParagraph || piece.opensSection || piece.end - first.start > LONGEST_GATHERED);
    const placed = closes ? this.closeParagraph() : [];
    this.paragraph.push(piece);
    return placed;
  }

  finish(): [T, number][] {
    return this.closeParagraph();
  }

  private closeParagraph(): [T, number][] {
    const pieces = this.paragraph;
    this.paragraph = [];
    return splitEvenly(pieces).flatMap((part, n) => {
      const span = spanOf(part);
      const small = span.end - span.start < SMALL || part.every((piece) => piece.holdsParagraphs);
      if (n > 0 || !this.joins(span, small, part[0]?.opensSection === true)) this.begin(span, small);
      else this.extend(span, small);
      return part.map((piece): [T, number] => [piece, this.passages - 1]);
    });
  }

  private joins(span: Span, small: boolean, opensSection: boolean): boolean {
    if (this.open === undefined || opensSection) return false;
    const joined = span.end - this.open.start;
    const leadsIn = this.open.end - this.open.start < SMALL && joined <= LONGEST_PARAGRAPH;
    return leadsIn || (this.open.small && small && joined <= FULL);
  }

  private begin(span: Span, small: boolean): void {
    this.passages += 1;
    this.open = { ...span, small };
  }

  private extend(span: Span, small: boolean): void {
    if (this.open) this.open = { start: this.open.start, end: span.end, small: this.open.small && small };
  }
}

function splitEvenly<T extends Span>(pieces: T[]): T[][] {
  const { start, end } = spanOf(pieces);
  const length = end - start;
  const count = length <= LONGEST_PARAGRAPH ? 1 : Math.ceil(length / FULL);
  const parts: T[][] = Array.from({ length: count }, () => []);
  for (const piece of pieces) parts[Math.floor((((piece.start + piece.end) / 2 - start) / length) * count)]?.push(piece);
  return parts.filter((part) => part.length > 0);
}

function spanOf(pieces: readonly Span[]): Span {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}
