/* oxlint-disable no-underscore-dangle -- the names of a C interface */
import { open } from 'node:fs/promises';
import { PDFiumModule } from '@hyzyla/pdfium';
import { CORRUPT_PDF, ENCRYPTED, ParseFailure } from './parse-failure';
import type { Line } from './pdf-lines';

/** The functions of PDFium's C interface that are used here (fpdfview.h, fpdf_text.h, fpdf_doc.h); pointers are numbers. */
interface Library {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  _FPDF_InitLibraryWithConfig(config: object): void;
  _FPDF_LoadMemDocument(data: number, bytes: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetText(text: number, start: number, count: number, result: number): number;
  _FPDFText_GetCharIndexFromTextIndex(text: number, index: number): number;
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  _FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  _FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  _FPDFBookmark_GetTitle(bookmark: number, buffer: number, bytes: number): number;
  _FPDFBookmark_GetDest(document: number, bookmark: number): number;
  _FPDFBookmark_GetAction(bookmark: number): number;
  _FPDFAction_GetDest(document: number, action: number): number;
  _FPDFDest_GetDestPageIndex(document: number, destination: number): number;
}

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY */
const PROTECTED = [4, 5];
/** What ends a line in PDFium's text: a generated line end, or U+FFFE in the place of a hyphen and the line end after it. */
const LINE_END = /\r\n|\ufffe(?:\r\n)?/g;
const LONGEST_OUTLINE = 20_000;
const DEEPEST_OUTLINE = 32;

/**
 * A PDF opened with PDFium, compiled to WebAssembly. The package's own classes never close a page and know neither
 * outline nor positions, so its module is used directly. The process ends after one document: nothing is freed but pages.
 */
export class PdfiumDocument {
  private constructor(
    private readonly lib: Library,
    private readonly document: number,
  ) {}

  static async open(path: string): Promise<PdfiumDocument> {
    const lib = (await PDFiumModule({} as never)) as unknown as Library;
    lib._FPDF_InitLibraryWithConfig({ version: 2, m_pIsolate: null, m_pUserFontPaths: null, m_v8EmbedderSlot: 0, m_pPlatform: null });
    const { data, size } = await load(lib, path);
    const document = lib._FPDF_LoadMemDocument(data, size, 0);
    if (document) return new PdfiumDocument(lib, document);
    if (PROTECTED.includes(lib._FPDF_GetLastError())) throw new ParseFailure('DOCUMENT_ENCRYPTED', ENCRYPTED);
    throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_PDF);
  }

  get pageCount(): number {
    return this.lib._FPDF_GetPageCount(this.document);
  }

  /** The lines of a page in reading order; none where the page is missing or broken. */
  linesOf(index: number): Line[] {
    const page = this.lib._FPDF_LoadPage(this.document, index);
    if (!page) return [];
    const text = this.lib._FPDFText_LoadPage(page);
    const lines = text ? this.lines(text) : [];
    if (text) this.lib._FPDFText_ClosePage(text);
    this.lib._FPDF_ClosePage(page);
    return lines;
  }

  /** The outline's entries in order, each with the index of the page it points to. */
  *outline(): Generator<{ title: string; page: number }> {
    const seen = new Set<number>();
    const open = [this.lib._FPDFBookmark_GetFirstChild(this.document, 0)];
    while (open.length > 0 && seen.size < LONGEST_OUTLINE) {
      const bookmark = open.pop();
      // broken outlines hold themselves
      if (!bookmark || seen.has(bookmark)) continue;
      seen.add(bookmark);
      open.push(this.lib._FPDFBookmark_GetNextSibling(this.document, bookmark));
      if (open.length < DEEPEST_OUTLINE) open.push(this.lib._FPDFBookmark_GetFirstChild(this.document, bookmark));
      const page = this.pageOf(bookmark);
      if (page >= 0) yield { title: this.titleOf(bookmark), page };
    }
  }

  private lines(textPage: number): Line[] {
    const all = this.text(textPage);
    const lines: Line[] = [];
    let start = 0;
    const add = (end: number, hyphenated: boolean) => {
      const text = all.slice(start, end);
      if (text.trim()) lines.push({ text, hyphenated, ...this.origin(textPage, start + text.search(/\S/)) });
    };
    for (const { 0: mark, index } of all.matchAll(LINE_END)) {
      add(index, mark.startsWith('\ufffe'));
      start = index + mark.length;
    }
    add(all.length, false);
    return lines;
  }

  private text(textPage: number): string {
    const count = this.lib._FPDFText_CountChars(textPage);
    if (count <= 0) return '';
    return this.withBuffer((count + 1) * 2, (buffer) => {
      const written = this.lib._FPDFText_GetText(textPage, 0, count, buffer);
      return this.utf16(buffer, written - 1);
    });
  }

  private origin(textPage: number, textIndex: number): { x: number; y: number } {
    const char = this.lib._FPDFText_GetCharIndexFromTextIndex(textPage, textIndex);
    return this.withBuffer(16, (buffer) => {
      if (char < 0 || !this.lib._FPDFText_GetCharOrigin(textPage, char, buffer, buffer + 8)) return { x: 0, y: 0 };
      const view = new DataView(this.lib.HEAPU8.buffer, buffer, 16);
      return { x: view.getFloat64(0, true), y: view.getFloat64(8, true) };
    });
  }

  private pageOf(bookmark: number): number {
    const destination =
      this.lib._FPDFBookmark_GetDest(this.document, bookmark) ||
      this.lib._FPDFAction_GetDest(this.document, this.lib._FPDFBookmark_GetAction(bookmark));
    return destination ? this.lib._FPDFDest_GetDestPageIndex(this.document, destination) : -1;
  }

  private titleOf(bookmark: number): string {
    const bytes = this.lib._FPDFBookmark_GetTitle(bookmark, 0, 0);
    return this.withBuffer(bytes, (buffer) => {
      this.lib._FPDFBookmark_GetTitle(bookmark, buffer, bytes);
      return this.utf16(buffer, bytes / 2 - 1);
    });
  }

  private utf16(pointer: number, units: number): string {
    if (units <= 0) return '';
    // a copy: memory may move whenever PDFium allocates
    return Buffer.from(this.lib.HEAPU8.subarray(pointer, pointer + units * 2)).toString('utf16le');
  }

  private withBuffer<T>(bytes: number, use: (pointer: number) => T): T {
    const pointer = this.lib.wasmExports.malloc(bytes);
    try {
      return use(pointer);
    } finally {
      this.lib.wasmExports.free(pointer);
    }
  }
}

/** The file's bytes in PDFium's memory, read right into it: a copy of a 100 MB file would be dear. */
async function load(lib: Library, path: string): Promise<{ data: number; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const data = lib.wasmExports.malloc(size);
    if (data === 0) throw new ParseFailure('TOO_COMPLEX', 'The PDF is larger than the memory that one document may use. Split it.');
    await file.read(lib.HEAPU8, data, size, 0);
    return { data, size };
  } finally {
    await file.close();
  }
}
