import { strToU8, zipSync } from 'fflate';

const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml"';
const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A PDF of one-column pages in Helvetica, each a list of lines; '' leaves a line free. `outline` titles point to pages by index. */
export function pdfOf(pages: readonly (readonly string[])[], outline: readonly { title: string; page: number }[] = []): Buffer {
  const firstPage = 5;
  const firstItem = firstPage + 2 * pages.length;
  const pageRef = (index: number) => `${firstPage + 2 * index} 0 R`;
  const streams = pages.map((lines) => {
    const shown = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
    return `BT /F1 10 Tf 12 TL 72 720 Td ${shown} ET`;
  });
  return pdfObjects([
    `<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => pageRef(index)).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    outline.length ? `<< /First ${firstItem} 0 R /Last ${firstItem + outline.length - 1} 0 R /Count ${outline.length} >>` : '<< >>',
    ...streams.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
    ...outline.map(({ title, page }, n) => {
      const next = n + 1 < outline.length ? ` /Next ${firstItem + n + 1} 0 R` : '';
      return `<< /Title (${title}) /Parent 4 0 R /Dest [${pageRef(page)} /Fit]${next} >>`;
    }),
  ]);
}

/** A PDF of these objects, numbered from 1; the first is the catalog. */
export function pdfObjects(objects: readonly string[]): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const offset = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}${trailer}`, 'latin1');
}

/** A Word document with this body of WordprocessingML, and further parts by name. */
export function docxOf(body: string, parts: Record<string, string> = {}): Buffer {
  const related = ['styles', 'footnotes', 'numbering'].filter((name) => `word/${name}.xml` in parts);
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${DOCUMENT_TYPE}"/></Types>`,
    '_rels/.rels': relationships([`<Relationship Id="d" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>`]),
    'word/_rels/document.xml.rels': relationships(
      related.map((name) => `<Relationship Id="${name}" Type="${RELATIONSHIPS}/${name}" Target="${name}.xml"/>`),
    ),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    ...parts,
  });
}

/** A part of WordprocessingML. */
export function wordPart(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${WORD_NAMESPACES}>${content}</w:${root}>`;
}

/** A paragraph of WordprocessingML. */
export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export function zipOf(parts: Record<string, string>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));
}

function relationships(some: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${some.join('')}</Relationships>`;
}
