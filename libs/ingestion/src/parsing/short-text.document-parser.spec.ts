import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentParser, type DocumentFile, type ParsedPage } from './document-parser';
import { ShortTextDocumentParser } from './short-text.document-parser';

class Others extends DocumentParser {
  async *parse(file: DocumentFile): AsyncGenerator<ParsedPage> {
    yield { page: 1, text: `another parser read ${file.format}`, headings: [] };
  }
}

describe('ShortTextDocumentParser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-short-text-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const { signal: never } = new AbortController();

  async function parse(name: string, content: string | Buffer, format: DocumentFile['format'] = 'txt', signal = never) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const texts: string[] = [];
    for await (const { text } of new ShortTextDocumentParser(new Others()).parse({ path, format }, signal)) texts.push(text);
    return texts;
  }

  it('reads a short text itself', async () => expect(await parse('a.txt', 'Plain\r\ntext')).toEqual(['Plain\ntext']));

  it('leaves long texts and other formats to the other parser', async () => {
    expect(await parse('long.txt', 'word '.repeat(40_000))).toEqual(['another parser read txt']);
    expect(await parse('a.pdf', '%PDF-1.7', 'pdf')).toEqual(['another parser read pdf']);
  });

  it('says why a text cannot be used', async () =>
    expect(parse('blank.txt', ' \n\t ')).rejects.toMatchObject({ name: 'AppError', code: 'DOCUMENT_EMPTY' }));

  it('stops when its signal is aborted', async () =>
    expect(parse('b.txt', 'text', 'txt', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough'));
});
