import { withoutControls } from './clean-text';
import type { ParsedPage } from './document-parser';
import { CORRUPT_PDF, ParseFailure } from './parse-failure';
import { joinLines, type Line } from './pdf-lines';
import { PdfiumDocument } from './pdfium';

/** More pages than any book has; a page tree can claim any number. */
const MOST_PAGES = 50_000;

/** The pages of a PDF, with the entries of its outline as headings where they stand. */
export async function* readPdf(path: string): AsyncGenerator<ParsedPage> {
  try {
    yield* readPages(path);
  } catch (error) {
    // PDFium aborts when it is refused memory, and traps where a file holds what it does not expect
    const trapped = error instanceof Error && error.name === 'RuntimeError' && !error.message.startsWith('Aborted');
    throw trapped ? new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_PDF, { cause: error }) : error;
  }
}

async function* readPages(path: string): AsyncGenerator<ParsedPage> {
  const document = await PdfiumDocument.open(path);
  const pages = document.pageCount;
  if (pages === 0) throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_PDF);
  if (pages > MOST_PAGES) throw new ParseFailure('TOO_COMPLEX', `The PDF has ${pages} pages; ${MOST_PAGES} are allowed. Split it.`);
  const titles = Map.groupBy(document.outline(), ({ page }) => page);
  let empty = true;
  for (let index = 0; index < pages; index++) {
    const text = joinLines(document.linesOf(index).map(cleanLine));
    empty &&= text.trim() === '';
    yield { page: index + 1, text, headings: locate(text, titles.get(index)?.map(({ title }) => title) ?? []), pages };
  }
  if (empty)
    throw new ParseFailure(
      'NO_TEXT_LAYER',
      'The PDF holds no text, perhaps only pictures of pages. Run text recognition (OCR) on it and upload the result.',
    );
}

function cleanLine(line: Line): Line {
  return { ...line, text: withoutControls(line.text).replaceAll('\u00ad', '').trimEnd() };
}

/** Where each title stands in the page's text, searched from the one before; one that is not found stands at the beginning. */
function locate(text: string, titles: readonly string[]): { start: number; text: string }[] {
  let from = 0;
  return titles
    .map((title) => withoutControls(title).replace(/\s+/g, ' ').trim())
    .filter((title) => title !== '')
    .map((title) => {
      const words = title.split(' ').map(RegExp.escape).join('\\s+');
      const at = text.slice(from).search(new RegExp(words, 'iu'));
      if (at >= 0) from += at;
      return { start: from, text: title };
    });
}
