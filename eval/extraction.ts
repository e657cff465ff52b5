/**
 * Words and pages of every good document of the corpus against its reference, and the outcome of every bad one against its
 * expected class. Takes a pattern of file names; CORPUS names another collection.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '@lectern/platform';
import { ChildProcessDocumentParser } from '../libs/ingestion/src/parsing/child-process.document-parser';
import { sniffDocument } from '../libs/ingestion/src/parsing/sniff';

const CLASSES: Record<string, string> = {
  DOCUMENT_EMPTY: 'empty_text',
  NO_TEXT_LAYER: 'empty_text',
  DOCUMENT_ENCRYPTED: 'encrypted',
  DOCUMENT_CORRUPT: 'corrupt',
  UNSUPPORTED_TYPE: 'unsupported',
  TOO_LARGE: 'too_large',
  TOO_COMPLEX: 'too_large',
};

const corpus = process.env.CORPUS ?? join(process.cwd(), '../shared/corpus');
const only = new RegExp(process.argv[2] ?? '');
const parser = new ChildProcessDocumentParser({ timeoutMs: 60_000, memoryMb: 512 });

function table(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(corpus, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, n) => [head.split('\t')[n], cell])));
}

async function textOf(path: string): Promise<{ text: string; pages: number }> {
  const { format } = await sniffDocument(path, basename(path));
  let text = '';
  let pages = 0;
  for await (const page of parser.parse({ path, format }, new AbortController().signal)) {
    text += page.page === null ? page.text : `${page.text}\n`;
    pages++;
  }
  return { text, pages };
}

const words = (text: string) => text.match(/\S+/g)?.length ?? 0;
const percent = (got: number, wanted: number) => `${((got / wanted - 1) * 100).toFixed(1)} %`;

async function good(): Promise<void> {
  for (const row of table('extraction.tsv').filter(({ file }) => only.test(file!))) {
    const began = performance.now();
    const { text, pages } = await textOf(join(corpus, row.file!));
    const letters = text.replace(/\s/g, '').length;
    const odd = row.pages !== '-' && Number(row.pages) !== pages ? `  PAGES ${pages} of ${row.pages}` : '';
    console.log(
      `${row.file!.padEnd(46)} ${words(text)} of ${row.words} words (${percent(words(text), Number(row.words))}), letters ${percent(letters, Number(row.nonspace_chars))}, ${Math.round(performance.now() - began)} ms${odd}`,
    );
  }
}

async function bad(): Promise<void> {
  let right = 0;
  const rows = table('bad/expected.tsv').filter(({ file }) => only.test(file!) && existsSync(join(corpus, 'bad', file!)));
  for (const row of rows) {
    const began = performance.now();
    const outcome = await textOf(join(corpus, 'bad', row.file!)).then(
      ({ text }) => ({ seen: 'parsed', detail: text.slice(0, 60) }),
      (error: unknown) =>
        error instanceof AppError
          ? { seen: CLASSES[error.code] ?? error.code, detail: String(error.cause).slice(0, 160) }
          : { seen: 'crash', detail: String(error) },
    );
    const fits = [row.expected, ...row.also_ok!.split('|')].includes(outcome.seen);
    right += Number(fits);
    const seconds = (performance.now() - began) / 1000;
    if (!fits || outcome.seen !== row.expected || seconds > 5)
      console.log(
        `${fits ? ' ' : '!'} ${row.file!.padEnd(46)} ${row.expected} -> ${outcome.seen}, ${seconds.toFixed(1)} s: ${JSON.stringify(outcome.detail)}`,
      );
  }
  console.log(`${right} of ${rows.length} bad files end in an expected class`);
}

void good().then(bad);
