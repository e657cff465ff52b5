import { cleanText } from './clean-text';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The encoding that a byte order mark names, if the text begins with one. */
export function encodingOfMark(head: Uint8Array): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return undefined;
}

/**
 * UTF-8, unless more of what is not ASCII fails to decode than decodes: then the bytes are of the Western one-byte
 * encoding. A few broken bytes in a UTF-8 text do not turn its good letters into pairs of wrong ones.
 */
export async function guessEncoding(bytes: AsyncIterable<Uint8Array>): Promise<TextEncoding> {
  const decoder = new TextDecoder('utf-8');
  let broken = 0;
  let good = 0;
  const count = (text: string) => {
    // oxlint-disable-next-line no-control-regex -- everything but ASCII
    for (const [run] of text.matchAll(/[^\0-\x7f]+/g)) {
      const failed = run.split('\ufffd').length - 1;
      broken += failed;
      good += run.length - failed;
    }
  };
  for await (const some of bytes) count(decoder.decode(some, { stream: true }));
  count(decoder.decode());
  return broken > good ? 'windows-1252' : 'utf-8';
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
