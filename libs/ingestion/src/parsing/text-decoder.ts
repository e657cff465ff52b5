import { cleanText } from './clean-text';

// oxlint-disable-next-line no-control-regex -- everything but ASCII
const FOREIGN = /[^\0-\x7f]/g;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding that a byte order mark names, if the text begins with one. */
export function encodingOfMark(head: Uint8Array): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return undefined;
}

export interface TextSurvey {
  readonly encoding: TextEncoding;
  /** How many UTF-16 units the text will have. */
  readonly length: number;
}

/**
 * Reads a text through once. Without a mark it is UTF-8, unless more of what is not ASCII fails to decode than decodes:
 * then the bytes are of the Western one-byte encoding. So a few broken bytes do not turn good letters into pairs of wrong ones.
 */
export async function surveyText(bytes: AsyncIterable<Uint8Array>, marked: TextEncoding | undefined): Promise<TextSurvey> {
  const decoder = new TextDecoder(marked ?? 'utf-8');
  const counts = { bytes: 0, length: 0, foreign: 0, broken: 0 };
  const count = (text: string) => {
    counts.length += text.length;
    counts.foreign += text.match(FOREIGN)?.length ?? 0;
    counts.broken += text.match(/\ufffd/g)?.length ?? 0;
  };
  for await (const some of bytes) {
    counts.bytes += some.length;
    count(decoder.decode(some, { stream: true }));
  }
  count(decoder.decode());
  if (marked) return { encoding: marked, length: counts.length };
  const western = counts.broken > counts.foreign - counts.broken;
  return western ? { encoding: 'windows-1252', length: counts.bytes } : { encoding: 'utf-8', length: counts.length };
}

/** Clean text from bytes, however they are cut. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const some of bytes) {
    const text = held + decoder.decode(some, { stream: true });
    // a carriage return at the end may be the first half of a line end
    held = text.endsWith('\r') ? '\r' : '';
    yield cleanText(held ? text.slice(0, -1) : text);
  }
  yield cleanText(held + decoder.decode());
}
