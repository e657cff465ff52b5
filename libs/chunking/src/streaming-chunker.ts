import type { Span } from '@lectern/platform';
import { PassageGrouper, type Piece } from './passages';
import { safeCut } from './safe-cut';
import { CHUNK_SIZE, createSplitter } from './splitter';

/** A section heading that begins at `start`. */
export interface Heading {
  readonly start: number;
  readonly text: string;
}

/** A span of the document's text: `text` is exactly `documentText.slice(start, end)`. */
export interface Chunk extends Span {
  readonly index: number;
  /** The number of its parent passage; chunks of a passage follow each other. */
  readonly passage: number;
  /** First and last page it stands on, from 1; null where the format has no pages. */
  readonly page: number | null;
  readonly pageEnd: number | null;
  /** The last section heading at or before it. */
  readonly heading: string | null;
  readonly text: string;
}

interface Segment {
  readonly start: number;
  readonly page: number | null;
}

interface PlacedChunk extends Piece {
  readonly chunk: Omit<Chunk, 'passage'>;
}

/** Text is split as soon as this much of it has gathered. */
const WINDOW = 1 << 16;

const BLANK_LINE = /\n\s*\n/;

/** What of a page becomes its stored segment: pages are parted by a blank line, blocks of a format without pages by nothing. */
export function asSegment(text: string, page: number | null): string {
  return page === null ? text : `${text}\n\n`;
}

/**
 * Splits a document into chunks while its text streams in, giving exactly the chunks that the splitter gives for the whole
 * text at once. Memory is bounded by the window, not by the document.
 */
export class StreamingChunker {
  private readonly splitter = createSplitter();
  private readonly grouper = new PassageGrouper<PlacedChunk>();
  private readonly segments: Segment[] = [];
  private readonly headings: Heading[] = [];
  private pending = '';
  private pendingStart = 0;
  private length = 0;
  private nextTry = WINDOW;
  private chunks = 0;
  private lastEnd = 0;
  private tail = '';

  /**
   * @param text the next segment, exactly as it is stored
   * @param headings offsets in `text`
   * @returns the chunks that are now settled, in order
   */
  async push(text: string, page: number | null, headings: readonly Heading[] = []): Promise<Chunk[]> {
    this.segments.push({ start: this.length, page });
    for (const heading of headings) this.headings.push({ start: this.length + heading.start, text: heading.text });
    this.pending += text;
    this.length += text.length;
    if (this.pending.length < this.nextTry) return [];
    const cut = safeCut(this.pending, CHUNK_SIZE);
    const settled = await this.split(cut);
    this.nextTry = Math.max(WINDOW, 2 * this.pending.length);
    return settled;
  }

  /** The remaining chunks; call it once, after the last segment. */
  async finish(): Promise<Chunk[]> {
    const settled = await this.split(this.pending.length);
    return [...settled, ...asChunks(this.grouper.finish())];
  }

  private async split(cut: number): Promise<Chunk[]> {
    const text = this.pending.slice(0, cut);
    const settled: Chunk[] = [];
    let from = 0;
    for (const chunk of await this.splitter.splitText(text)) {
      const at = text.indexOf(chunk, from);
      settled.push(...asChunks(this.grouper.add(this.place(chunk, this.pendingStart + at, this.tail + text.slice(from, at)))));
      from = at + chunk.length;
      this.tail = '';
    }
    this.tail += text.slice(from);
    this.pending = this.pending.slice(cut);
    this.pendingStart += cut;
    return settled;
  }

  private place(text: string, start: number, gap: string): PlacedChunk {
    const end = start + text.length;
    const page = this.pageAt(start);
    const pageEnd = this.pageAt(end - 1);
    const begun = this.headings.filter((heading) => heading.start < end && heading.start >= this.lastEnd);
    const heading = this.headingAt(start);
    this.lastEnd = end;
    const chunk = { index: this.chunks++, start, end, page, pageEnd, heading, text };
    const piece = { opensParagraph: BLANK_LINE.test(gap), opensSection: begun.length > 0, holdsParagraphs: BLANK_LINE.test(text) };
    return { chunk, start, end, ...piece };
  }

  private pageAt(offset: number): number | null {
    while (this.segments[1] && this.segments[1].start <= offset) this.segments.shift();
    return this.segments[0]?.page ?? null;
  }

  private headingAt(offset: number): string | null {
    while (this.headings[1] && this.headings[1].start <= offset) this.headings.shift();
    const first = this.headings[0];
    return first && first.start <= offset ? first.text : null;
  }
}

function asChunks(placed: [PlacedChunk, number][]): Chunk[] {
  return placed.map(([{ chunk }, passage]) => ({ ...chunk, passage }));
}
