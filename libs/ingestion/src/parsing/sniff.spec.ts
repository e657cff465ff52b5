import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxOf, pdfOf, wordParagraph, zipOf } from '../../../../test/support/sample-documents';
import { sniffDocument } from './sniff';

describe('sniffDocument', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-sniff-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const sniff = (bytes: Buffer | string, filename: string) => {
    const path = join(folder, 'upload');
    writeFileSync(path, bytes);
    return sniffDocument(path, filename);
  };
  const pdf = pdfOf([['Hello']]);
  const docx = docxOf(wordParagraph('Hello'));

  it('knows a PDF and a Word document by their bytes, whatever their names say', async () => {
    expect(await sniff(pdf, 'a.docx')).toEqual({ format: 'pdf', mediaType: 'application/pdf' });
    expect(await sniff(Buffer.concat([Buffer.from([0, 1, 2, 3, 4]), pdf]), 'a.pdf')).toMatchObject({ format: 'pdf' });
    expect(await sniff(pdf.subarray(9), 'header-lost.pdf')).toMatchObject({ format: 'pdf' });
    expect(await sniff(docx, 'a.pdf')).toMatchObject({ format: 'docx' });
  });

  it.each([
    ['UTF-8', Buffer.from('Größe'), 'a.txt'],
    ['UTF-16 with a mark', Buffer.from('\ufeffabc', 'utf16le'), 'a.txt'],
    ['one-byte text', Buffer.from('Gr\xf6\xdfe', 'latin1'), 'a.txt'],
    ['text with a few NULs', Buffer.from('some text\0 with NULs'), 'a.txt'],
    ['text about PDF', Buffer.from('A file begins with %PDF-1.4, then come 1 0 obj.'), 'notes.txt'],
    ['text without a name', Buffer.from('Hello'), ''],
  ])('takes %s as text', async (_what, bytes, filename) => {
    expect(await sniff(bytes, filename)).toEqual({ format: 'txt', mediaType: 'text/plain' });
  });

  const ole = (stream: string) => {
    const bytes = Buffer.alloc(2048);
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    bytes.write(stream, 1024, 'utf16le');
    return bytes;
  };

  it.each([
    ['UNSUPPORTED_TYPE', 'text called PDF', Buffer.from('Hello'), 'a.pdf'],
    ['UNSUPPORTED_TYPE', 'HTML', Buffer.from('\n<!DOCTYPE html><p>Error'), 'a.txt'],
    ['UNSUPPORTED_TYPE', 'RTF', Buffer.from('{\\rtf1 Hello}'), 'a.txt'],
    ['UNSUPPORTED_TYPE', 'a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000001', 'hex'), 'a.txt'],
    ['UNSUPPORTED_TYPE', 'another kind of zip file', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'a.docx'],
    ['UNSUPPORTED_TYPE', 'an old Word document', ole('WordDocument'), 'a.doc'],
    ['DOCUMENT_ENCRYPTED', 'an encrypted Word document', ole('EncryptedPackage'), 'a.docx'],
    ['DOCUMENT_CORRUPT', 'a Word document that was cut off', docx.subarray(0, docx.length / 2), 'a.docx'],
    ['DOCUMENT_EMPTY', 'an empty file', Buffer.alloc(0), 'a.txt'],
  ])('answers %s to %s', async (code, _what, bytes, filename) => {
    await expect(sniff(bytes, filename)).rejects.toMatchObject({ code });
  });

  it('knows a main part by its declared type where it has another name', async () => {
    const types = `<Types><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
    expect(await sniff(zipOf({ '[Content_Types].xml': types, 'word/document2.xml': '<a/>' }), 'a.docx')).toMatchObject({ format: 'docx' });
  });
});
