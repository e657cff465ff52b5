/** A half-open range `[start, end)` of UTF-16 units in a document's extracted text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How many units two spans share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
