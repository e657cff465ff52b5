import type { Fact } from './fact';

/** A noun, or a noun with what belongs to it, in its place in a sentence. */
export interface Noun extends Fact {
  readonly kind: 'noun';
  /** What decides whether another fits into its place, as far as it can be seen there; what is seen elsewhere may tell more. */
  readonly frame: string;
}

export const nounAt = (text: string, start: number, frame: string): Noun => ({
  kind: 'noun',
  text,
  start,
  end: start + text.length,
  frame,
  listed: false,
});

/** Inside quotation marks or brackets: a part of something else. */
export function isEnclosed(text: string, start: number): boolean {
  const before = text.slice(0, start);
  const count = (mark: RegExp) => before.match(mark)?.length ?? 0;
  return count(/\(/gu) > count(/\)/gu) || count(/[“„]/gu) > count(/”/gu) || count(/«/gu) > count(/»/gu) || count(/"/gu) % 2 === 1;
}
