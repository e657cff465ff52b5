import type { Span } from '@lectern/platform';

export type FactKind =
  'year' | 'date' | 'century' | 'decade' | 'percent' | 'count' | 'person' | 'place' | 'name' | 'title' | 'term' | 'noun' | 'member';

/** Something in a sentence that a question may ask for, in whole words. */
export interface Fact extends Span {
  readonly kind: FactKind;
  readonly text: string;
  /** The article or preposition that it goes with: what has another may not fit into its place. */
  readonly frame: string;
  /** One of several that stand side by side: the others would be right too. */
  readonly listed: boolean;
}

/** The word before a place in a text, in lower case, where only a space or an elision parts them. */
export function frameBefore(text: string, start: number): string {
  return /([\p{L}\p{M}]+)[\s'’]$/u.exec(text.slice(0, start).toLowerCase())?.[1] ?? '';
}
