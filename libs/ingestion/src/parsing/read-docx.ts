import mammoth from 'mammoth';
import { cleanText } from './clean-text';
import type { ParsedPage } from './document-parser';
import { docxBlocks, type DocxBlock, type DocxDocument } from './docx-blocks';
import { forMammoth } from './docx-markup';
import { DocxPackage } from './docx-package';
import { CORRUPT_DOCX, ParseFailure } from './parse-failure';

/** Blocks of the document are handed on when they have gathered to this many characters. */
const PAGE_SIZE = 1 << 15;

/** The text of a Word document: tracked insertions in, deletions out, notes after their paragraphs. */
export async function* readDocx(path: string): AsyncGenerator<ParsedPage> {
  const document = await documentTree(path);
  let text = '';
  let headings: { start: number; text: string }[] = [];
  let empty = true;
  for (const block of docxBlocks(document)) {
    const { start, segment } = append(text, block);
    if (block.heading) headings.push({ start, text: segment.trim().replace(/\s+/g, ' ') });
    text += segment;
    empty &&= segment.trim() === '';
    if (text.length >= PAGE_SIZE) {
      yield { page: null, text, headings };
      text = '';
      headings = [];
    }
  }
  if (text) yield { page: null, text, headings };
  if (empty) throw new ParseFailure('DOCUMENT_EMPTY', 'The Word document holds no text, perhaps only pictures.');
}

function append(text: string, block: DocxBlock): { start: number; segment: string } {
  return { start: text.length, segment: `${cleanText(block.text).replaceAll('\u00ad', '')}${block.joinsNext ? '\n' : '\n\n'}` };
}

/** mammoth's own tree, taken on its way to HTML, which is then not made. */
async function documentTree(path: string): Promise<DocxDocument> {
  const parts = await DocxPackage.open(path);
  let tree: DocxDocument | undefined;
  // `file` is what mammoth's other inputs become: given directly, its unguarded unzipping is never used. Without `path`
  // and by `externalFileAccess` nothing outside the package is opened.
  const input = {
    file: { exists: (name: string) => parts.exists(name), read: async (name: string) => forMammoth(await parts.read(name)) },
  };
  try {
    await mammoth.convertToHtml(input as never, {
      externalFileAccess: false,
      transformDocument: (document: DocxDocument) => {
        tree = document;
        return { ...document, children: [] };
      },
    });
  } catch (error) {
    if (error instanceof ParseFailure || error instanceof RangeError) throw error;
    throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_DOCX, { cause: error });
  }
  if (!tree) throw new ParseFailure('DOCUMENT_CORRUPT', CORRUPT_DOCX);
  return tree;
}
