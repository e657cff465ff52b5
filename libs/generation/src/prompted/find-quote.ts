import type { Span } from '@lectern/platform';

/**
 * Where a quote stands in a text, as offsets into it. White space counts as one blank (a page or line may end inside the quote),
 * and marks that models write otherwise (curly quotes, dashes) count as the plain ones.
 */
export function findQuote(text: string, quote: string): Span | undefined {
  const wanted = plain(quote.trim()).text;
  if (wanted.length < SHORTEST_QUOTE) return undefined;
  const { text: searched, at } = plain(text);
  const start = searched.indexOf(wanted);
  if (start < 0) return undefined;
  return { start: at[start]!, end: at[start + wanted.length - 1]! + 1 };
}

/** Less is found anywhere. */
const SHORTEST_QUOTE = 8;

const PLAIN: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
};

/** Soft hyphens and what joins, parts or turns letters: documents are full of them, and models leave them out. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** The text letter by letter, each with its place in the original. */
function plain(text: string): { text: string; at: number[] } {
  let result = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (UNSEEN.test(letter)) continue;
    const white = /\s/u.test(letter);
    if (white && (result === '' || result.endsWith(' '))) continue;
    result += white ? ' ' : (PLAIN[letter] ?? letter);
    at.push(i);
  }
  return { text: result, at };
}
