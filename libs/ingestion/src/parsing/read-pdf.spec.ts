import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfObjects, pdfOf } from '../../../../test/support/sample-documents';
import type { ParsedPage } from './document-parser';
import { readPdf } from './read-pdf';

describe('readPdf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-pdf-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const pagesOf = async (bytes: Buffer) => {
    const path = join(folder, 'upload');
    writeFileSync(path, bytes);
    const pages: ParsedPage[] = [];
    for await (const page of readPdf(path)) pages.push(page);
    return pages;
  };

  it('gives every page with its number, empty ones too', async () => {
    expect(await pagesOf(pdfOf([['First page'], [], ['Third page']]))).toEqual([
      { page: 1, text: 'First page', headings: [], pages: 3 },
      { page: 2, text: '', headings: [], pages: 3 },
      { page: 3, text: 'Third page', headings: [], pages: 3 },
    ]);
  });

  it('parts paragraphs where lines are left free', async () => {
    const [page] = await pagesOf(pdfOf([['One goes', 'on and on', 'until it ends.', '', 'Two goes', 'on and on', 'as well.']]));
    expect(page?.text).toBe('One goes\non and on\nuntil it ends.\n\nTwo goes\non and on\nas well.');
  });

  it('finds the entries of the outline on their pages', async () => {
    const outline = [
      { title: 'Rivers', page: 0 },
      { title: 'Lakes  of the north', page: 1 },
      { title: 'Not in the text', page: 1 },
    ];
    const pages = await pagesOf(
      pdfOf(
        [
          ['1 Rivers', 'Rivers flow.'],
          ['Still before.', '2 Lakes of', 'the North', 'Lakes lie.'],
        ],
        outline,
      ),
    );
    expect(pages.map((page) => page.headings)).toEqual([
      [{ start: 2, text: 'Rivers' }],
      [
        { start: 16, text: 'Lakes of the north' },
        { start: 16, text: 'Not in the text' },
      ],
    ]);
  });

  it('does not believe a page tree that claims more pages than it has', async () => {
    const lying = Buffer.from(
      pdfOf([['Only page']])
        .toString('latin1')
        .replace('/Count 1 ', '/Count 99999999 '),
      'latin1',
    );
    expect(await pagesOf(lying)).toMatchObject([{ page: 1, text: 'Only page' }]);
  });

  it.each([
    ['NO_TEXT_LAYER', 'pages without text', pdfOf([[], []])],
    ['DOCUMENT_CORRUPT', 'no pages', pdfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])],
    ['DOCUMENT_CORRUPT', 'a header alone', Buffer.from('%PDF-1.7\n')],
  ])('answers %s to %s', async (code, _what, bytes) => {
    await expect(pagesOf(bytes)).rejects.toMatchObject({ code });
  });
});
