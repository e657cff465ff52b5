import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ParsedPage } from './document-parser';
import { MOST_CHARACTERS, ParseFailure, tooLong } from './parse-failure';
import { textBlocks } from './text-blocks';
import { decodeText, encodingOfMark, surveyText } from './text-decoder';

/** Small enough to store and send as one row, large enough to be few. */
const BLOCK_SIZE = 1 << 16;

/** A plain text of any size, streamed. */
export async function* readText(path: string): AsyncGenerator<ParsedPage> {
  const { encoding, length } = await surveyText(createReadStream(path), encodingOfMark(await headOf(path)));
  if (length > MOST_CHARACTERS) throw tooLong();
  let empty = true;
  for await (const text of textBlocks(decodeText(createReadStream(path), encoding), BLOCK_SIZE)) {
    empty &&= text.trim() === '';
    yield { page: null, text, headings: [] };
  }
  if (empty) throw new ParseFailure('DOCUMENT_EMPTY', 'The file holds no text, only white space.');
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer;
  } finally {
    await file.close();
  }
}
