import type { Fact } from './fact';

const QUOTED = /[«„“『《]([^«»„“”『』《》"]{2,50})[»”“』》]/gu;

/** Titles of works between the quotation marks of many languages: all that stands between them, in capitals where there are any. */
export function titlesIn(text: string): Fact[] {
  return Array.from(text.matchAll(QUOTED)).flatMap((match) => {
    const title = match[1]!;
    const words = title.split(' ').length;
    if (words > 8 || !/^[\p{Lu}\p{Lo}]/u.test(title) || /[.,;:!?。，]$/u.test(title)) return [];
    const start = match.index + 1;
    return [{ kind: 'title', text: title, start, end: start + title.length, frame: '', listed: false } as const];
  });
}
