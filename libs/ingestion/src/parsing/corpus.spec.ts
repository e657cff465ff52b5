import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { AppError } from '@lectern/platform';
import { ChildProcessDocumentParser } from './child-process.document-parser';
import { sniffDocument } from './sniff';

const CORPUS = resolve(__dirname, '../../../../../shared/corpus');
const CLASSES: Record<string, string> = {
  DOCUMENT_EMPTY: 'empty_text',
  NO_TEXT_LAYER: 'empty_text',
  DOCUMENT_ENCRYPTED: 'encrypted',
  DOCUMENT_CORRUPT: 'corrupt',
  UNSUPPORTED_TYPE: 'unsupported',
  TOO_LARGE: 'too_large',
  TOO_COMPLEX: 'too_large',
};

const present = existsSync(CORPUS);
if (!present) console.warn(`Skipped: there is no collection of documents at ${CORPUS}`);

function table(file: string): Record<string, string>[] {
  if (!present) return [];
  const [head = '', ...lines] = readFileSync(join(CORPUS, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, n) => [head.split('\t')[n], cell])));
}

(present ? describe : describe.skip)('the parsers on documents that nobody here wrote', () => {
  jest.setTimeout(180_000);

  const parser = new ChildProcessDocumentParser({
    timeoutMs: 40_000,
    memoryMb: 512,
    childPath: resolve(__dirname, '../../../../dist/libs/ingestion/src/parsing/parser.child.js'),
  });

  async function read(path: string): Promise<{ text: string; pages: number }> {
    const { format } = await sniffDocument(path, basename(path));
    const texts: string[] = [];
    for await (const page of parser.parse({ path, format }, new AbortController().signal)) texts.push(page.text);
    return { text: texts.join('\n'), pages: texts.length };
  }

  const outcome = (path: string) =>
    read(path).then(
      () => 'parsed',
      (error: unknown) => (error instanceof AppError ? CLASSES[error.code] : String(error)),
    );

  /** Three at a time: most of a small document's time is its process starting. */
  async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const left = items.values();
    const lane = async () => {
      for (const item of left) await work(item);
    };
    await Promise.all([lane(), lane(), lane()]);
  }

  it('end every bad file in a class that is expected of it', async () => {
    const wrong: string[] = [];
    const stored = table('bad/expected.tsv').filter(({ kind }) => kind !== 'generate');
    await each(stored, async ({ file = '', expected, also_ok = '' }) => {
      const seen = await outcome(join(CORPUS, 'bad', file));
      if (![expected, ...also_ok.split('|')].includes(seen)) wrong.push(`${file}: ${seen}`);
    });
    expect(wrong).toEqual([]);
  });

  it('find the words and the pages of every good one', async () => {
    const odd: string[] = [];
    await each(table('extraction.tsv'), async (row) => {
      const { text, pages } = await read(join(CORPUS, row.file!));
      const words = text.match(/\S+/g)?.length ?? 0;
      // up to 8 % less: words parted by a line end are put together, and glyphs without a meaning are left out of formulas
      const notes = Number(row.words_notes) || 0;
      const fits = words >= Number(row.words) * 0.92 && words <= Number(row.words) * 1.03 + notes + 1;
      if (!fits || (row.pages !== '-' && pages !== Number(row.pages)))
        odd.push(`${row.file}: ${words} of ${row.words} words, ${pages} pages`);
    });
    expect(odd).toEqual([]);
  });
});
