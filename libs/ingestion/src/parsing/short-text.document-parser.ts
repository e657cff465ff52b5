import { stat } from 'node:fs/promises';
import { AppError } from '@lectern/platform';
import { DocumentParser, type DocumentFile, type ParsedPage } from './document-parser';
import { failureOf } from './parse-failure';
import { readText } from './read-text';

/** Bytes, some milliseconds of work: less than it takes to start a process. */
const SHORT = 128 * 1024;

/** Reads short plain texts at once, since decoding them can neither run away nor fail in a new way; all else is left to another parser. */
export class ShortTextDocumentParser extends DocumentParser {
  constructor(private readonly others: DocumentParser) {
    super();
  }

  async *parse(file: DocumentFile, signal: AbortSignal): AsyncGenerator<ParsedPage> {
    if (file.format !== 'txt' || !(await isShort(file.path))) return yield* this.others.parse(file, signal);
    try {
      for await (const page of readText(file.path)) {
        signal.throwIfAborted();
        yield page;
      }
    } catch (error) {
      if (signal.aborted) throw error;
      const { code, message, detail } = failureOf(error);
      throw new AppError(code, message, { cause: detail });
    }
  }
}

/** A file that is not there is the other parser's to tell. */
async function isShort(path: string): Promise<boolean> {
  return stat(path).then(
    ({ size }) => size <= SHORT,
    () => false,
  );
}
