import type { Span } from '@lectern/platform';

/**
 * Sentences of a passage as spans into it. A blank line, the start of a list item and a short line before a capital (a heading)
 * end one too; a line end inside a paragraph does not, because text of PDF files is broken into lines.
 */
export function sentencesOf(text: string): Span[] {
  return blocksOf(text).flatMap((block) => splitBlock(text, block));
}

const ABBREVIATION =
  /(?:^|[\s(“"'])(?:\p{Lu}|Mrs?|Ms|Drs?|Prof|St|Jr|Sr|Gen|Col|Lt|Capt|Maj|Sgt|Rev|Hon|Gov|Sen|Rep|Pres|No|Nos|Fig|Figs|Eq|vs?|etc|e\.g|i\.e|cf|ca|approx|al|pp?|vols?|eds?|Inc|Corp|Co|Ltd|Bros|Mt|Ft|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|z\.\s?B|bzw|usw|ca|Nr|Abs|Art|Sra?|Dra?|\p{Lu}(?:\.\p{Lu})+)$/u;
// a mark after a letter may carry the number of a footnote: "of his day.3 So did many"
const END =
  /(?:(?<=[\p{L}\p{M}”"’)])[.!?…]+["'”’»)\]]*\d{1,3}|[.!?…]+["'”’»)\]]*)(?:\[\w{1,3}\])*(?=\s|$)|[。？！]+[」』”’）]*|[؟।॥]+["'”’)]*/gu;
const GERMAN_ORDINAL = /(?:^|\s)(?:der|die|das|dem|den|des|am|im|vom|zum|zur|bis)\s\d{1,2}$/iu;
/** Of an item of a list; slides have their own, from fonts of symbols. */
export const LIST_MARK = /^\s*(?:[•●▪◦‣*–—-]|[\p{So}\u25a0-\u25ff\ue000-\uf8ff]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+/u;

function splitBlock(text: string, block: Span): Span[] {
  const spans: Span[] = [];
  const slice = text.slice(block.start, block.end);
  let from = 0;
  for (const match of slice.matchAll(END)) {
    const to = match.index + match[0].length;
    if (!endsSentence(slice, from, match.index, to, match[0])) continue;
    spans.push(trimmed(text, block.start + from, block.start + to));
    from = to;
  }
  if (from < slice.length) spans.push(trimmed(text, block.start + from, block.end));
  return spans.filter((span) => span.end > span.start);
}

function endsSentence(slice: string, from: number, at: number, to: number, mark: string): boolean {
  if (!mark.startsWith('.')) return true;
  const next = slice.slice(to).trimStart();
  if (/^\p{Ll}/u.test(next)) return false;
  // "In der 38. Stunde", and where a line begins with the number
  if (next !== '' && GERMAN_ORDINAL.test(slice.slice(Math.max(from, at - 12), at))) return false;
  if (next !== '' && ABBREVIATION.test(slice.slice(Math.max(from, at - 12), at))) return false;
  return true;
}

/** Ranges of lines that belong together. */
function blocksOf(text: string): Span[] {
  const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].filter((line) => line[0] !== '');
  const width = typicalWidth(lines.map((line) => line[0].trim().length));
  const blocks: Span[] = [];
  let start = 0;
  lines.forEach((line, i) => {
    const end = line.index + line[0].length;
    const next = lines[i + 1]?.[0];
    if (next !== undefined && !breaksAfter(line[0], next, width)) return;
    blocks.push({ start, end });
    start = end;
  });
  return blocks;
}

/** Of the lines that are filled; one long line among short ones says nothing. */
function typicalWidth(lengths: readonly number[]): number {
  const filled = lengths.filter((length) => length > 20).toSorted((a, b) => a - b);
  return filled[Math.floor(filled.length / 2)] ?? 0;
}

function breaksAfter(line: string, next: string, width: number): boolean {
  const shown = line.trim();
  if (shown === '' || next.trim() === '' || LIST_MARK.test(next)) return true;
  const short = shown.length < 0.7 * Math.max(width, 40);
  return short && !/[,;:(–-]$/.test(shown) && /^\s*[\p{Lu}\p{Lo}\p{N}“"]/u.test(next) && !/[.!?]["”’)]*$/.test(shown);
}

function trimmed(text: string, start: number, end: number): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + slice.trimEnd().length) };
}
