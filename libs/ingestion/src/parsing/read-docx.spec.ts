import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxOf, wordParagraph, wordPart, zipOf } from '../../../../test/support/sample-documents';
import type { ParsedPage } from './document-parser';
import { readDocx } from './read-docx';

describe('readDocx', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-docx-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pagesOf = async (bytes: Buffer) => {
    const path = join(folder, 'upload');
    writeFileSync(path, bytes);
    const pages: ParsedPage[] = [];
    for await (const page of readDocx(path)) pages.push(page);
    return pages;
  };
  const textOf = async (bytes: Buffer) => (await pagesOf(bytes)).map((page) => page.text).join('');
  const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

  it('parts paragraphs by blank lines', async () => {
    expect(await textOf(docxOf(wordParagraph('One') + wordParagraph('') + wordParagraph('Two')))).toBe('One\n\nTwo\n\n');
  });

  it('gives headings with where they stand', async () => {
    const styles = wordPart('styles', '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>');
    const [page] = await pagesOf(
      docxOf(wordParagraph('Before') + wordParagraph('Rivers', '<w:pStyle w:val="H"/>') + wordParagraph('After'), {
        'word/styles.xml': styles,
      }),
    );
    expect(page?.headings).toEqual([{ start: 8, text: 'Rivers' }]);
    expect(page?.text.slice(8, 14)).toBe('Rivers');
  });

  it('writes a table row as a line of cells, and longer cells as paragraphs', async () => {
    const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => wordParagraph(text)).join('')}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr><w:tr>${cell('e', 'f')}${cell('g')}</w:tr></w:tbl>`;
    expect(await textOf(docxOf(body))).toBe('a\tb\nc\td\ne\n\nf\n\ng\n\n');
  });

  it('keeps inserted text and leaves deleted text out', async () => {
    const body = `<w:p>${run('In ')}<w:del><w:r><w:delText>1848</w:delText></w:r></w:del><w:ins>${run('1948')}</w:ins></w:p>`;
    expect(await textOf(docxOf(body))).toBe('In 1948\n\n');
  });

  it('reads text boxes, simple fields and tabs', async () => {
    const box = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${wordParagraph('Boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
    const field = `<w:p>${run('Figure ')}<w:fldSimple w:instr="SEQ">${run('7')}</w:fldSimple><w:r><w:tab/></w:r>${run('Map')}</w:p>`;
    expect(await textOf(docxOf(box + field))).toBe('Boxed\n\nFigure 7\tMap\n\n');
  });

  it('reads on through whatever only wraps text', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('rt')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r>`;
    expect(await textOf(docxOf(`<w:p>${ruby}<w:bdo w:val="rtl">${run('<![CDATA[ <&>]]> and <!-- -->on')}</w:bdo></w:p>`))).toBe(
      'base <&> and on\n\n',
    );
  });

  it('does without pictures that refer to nothing', async () => {
    const picture = `<w:r><w:pict><v:shape><v:imagedata r:id="none"/></v:shape></w:pict></w:r>`;
    expect(await textOf(docxOf(`<w:p>${run('Seen: ')}${picture}${run('nothing')}</w:p>`))).toBe('Seen: nothing\n\n');
  });

  it('follows a note that refers to itself once', async () => {
    const note = `<w:p>${run('Note.')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;
    const footnotes = wordPart('footnotes', `<w:footnote w:id="1">${note}</w:footnote>`);
    expect(await textOf(docxOf(note.replace('Note.', 'Text.'), { 'word/footnotes.xml': footnotes }))).toBe('Text.\n\nNote.\n\n');
  });

  it('puts a footnote after its paragraph', async () => {
    const footnotes = wordPart('footnotes', `<w:footnote w:id="1">${wordParagraph('The note.')}</w:footnote>`);
    const body = `<w:p>${run('A claim.')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>${wordParagraph('Next.')}`;
    expect(await textOf(docxOf(body, { 'word/footnotes.xml': footnotes }))).toBe('A claim.\n\nThe note.\n\nNext.\n\n');
  });

  it('hands a long document on in blocks of whole paragraphs', async () => {
    const pages = await pagesOf(docxOf(Array.from({ length: 300 }, (_, n) => wordParagraph(`${n} ${'word '.repeat(80)}`)).join('')));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toMatchObject({ page: null, text: expect.stringMatching(/^\d[^]*\n\n$/) });
  });

  it('refuses a part with a document type, so that no entity is ever expanded', async () => {
    const part = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${wordPart('document', '<w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body>')}`;
    await expect(textOf(docxOf('', { 'word/document.xml': part }))).rejects.toMatchObject({ code: 'DOCUMENT_CORRUPT' });
  });

  /** The document with another size of its main part in the central directory (APPNOTE 4.3.12: the size is at 24, the name at 46). */
  const declaring = (bytes: Buffer, size: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt32LE(size, copy.lastIndexOf('word/document.xml') - 46 + 24);
    return copy;
  };

  it('refuses a bomb by its declared size, before it inflates', async () => {
    await expect(textOf(declaring(docxOf(wordParagraph('small')), 1 << 30))).rejects.toMatchObject({ code: 'TOO_COMPLEX' });
  });

  it('stops inflating where more comes out than was declared', async () => {
    await expect(textOf(declaring(docxOf(wordParagraph('0'.repeat(1 << 20))), 1000))).rejects.toMatchObject({ code: 'DOCUMENT_CORRUPT' });
  });

  it('never writes or follows a name that leads elsewhere', async () => {
    expect(await textOf(docxOf(wordParagraph('Safe'), { '../../../tmp/lectern_zip_slip.txt': 'no' }))).toBe('Safe\n\n');
  });

  it.each([
    ['DOCUMENT_CORRUPT', 'markup that is cut off', docxOf('<w:p><w:r><w:t>Hello')],
    ['DOCUMENT_CORRUPT', 'a zip file without a main part', zipOf({ 'a.txt': 'Hello' })],
    ['DOCUMENT_EMPTY', 'a document without text', docxOf('<w:p/>')],
  ])('answers %s to %s', async (code, _what, bytes) => {
    await expect(textOf(bytes)).rejects.toMatchObject({ code });
  });
});
