import type { Chunk } from '@lectern/chunking';
import type { SegmentRow } from './document-rows';

/** Rows are written as soon as this many chunks, or this much text, have gathered. */
const FLUSH_CHUNKS = 500;
const FLUSH_UNITS = 250_000;

/** What was parsed and is not written yet, and the counts of all that was. */
export class PendingRows {
  segments = 0;
  units = 0;
  chunks = 0;
  pages: number | null = null;
  readonly passageStarts: number[] = [];
  private waiting: { segments: SegmentRow[]; chunks: Chunk[]; units: number } = { segments: [], chunks: [], units: 0 };

  get full(): boolean {
    return this.waiting.chunks.length >= FLUSH_CHUNKS || this.waiting.units >= FLUSH_UNITS;
  }

  add({ text, page }: { text: string; page: number | null }, chunks: readonly Chunk[]): void {
    this.waiting.segments.push({ index: this.segments++, page, start: this.units, end: this.units + text.length, text });
    this.units += text.length;
    this.waiting.units += text.length;
    if (page !== null) this.pages = page;
    this.addChunks(chunks);
  }

  addChunks(chunks: readonly Chunk[]): void {
    for (const chunk of chunks) {
      if (chunk.passage === this.passageStarts.length) this.passageStarts.push(chunk.index);
      this.waiting.chunks.push(chunk);
    }
    this.chunks += chunks.length;
  }

  take() {
    const taken = this.waiting;
    this.waiting = { segments: [], chunks: [], units: 0 };
    return taken;
  }
}
