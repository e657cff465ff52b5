import { cleanText } from '../clean-text';

/** No stem, option, answer, explanation or quote of a question is as long. */
const MOST_LETTERS = 2_000;

/** A text that a model wrote, on one line, without what is not to be seen; empty for what is no text, or too much of it. */
export const textOf = (value: unknown): string => cleanText(asWritten(value).toWellFormed());

/** As `textOf`, with every letter that it came with. */
export function asWritten(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.length <= MOST_LETTERS ? text : '';
}

/** A number, in figures or in a text; `NaN` for anything else. */
export const numberOf = (value: unknown): number => Number(asWritten(value) || NaN);
