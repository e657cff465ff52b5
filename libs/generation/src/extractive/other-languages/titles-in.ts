import type { Fact } from './fact';

const QUOTED = /[«„“『《]([^«»„“”『』《》"]{2,50})[»”“』》]/gu;

/** Titles of works between the quotation marks of many languages: all that stands between them, in capitals where there are any. */
export function titlesIn(text: string): Fact[] {
  return Array.from(text.matchAll(QUOTED)).flatMap((match) => {
    const title = match[1]!.trim();
    const words = title.split(' ').length;
    if (words > 8 || !/^[\p{Lu}\p{Lo}]/u.test(title) || /[.,;:!?。，]$|^\p{L}+\d/u.test(title)) return [];
    const start = match.index + match[0].indexOf(title);
    return [
      {
        kind: 'title',
        text: title,
        start,
        end: start + title.length,
        frame: '',
        listed: LISTED.test(text.slice(start + title.length)) || /[»”“』》],? \p{L}{0,3} ?[«„“『《]$/u.test(text.slice(0, start)),
      } as const,
    ];
  });
}

/** `«Ренова», «Интеррос»`. */
const LISTED = /^\s?[»”“』》],? ?(?:\p{L}{1,3} )?[«„“『《]/u;
