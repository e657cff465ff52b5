import { basename } from 'node:path';
import { asSegment, StreamingChunker, type Chunk } from '@lectern/chunking';
import type { EvidencePassage } from '@lectern/generation';
import type { DocumentId, Span } from '@lectern/platform';
import { ChildProcessDocumentParser } from '../libs/ingestion/src/parsing/child-process.document-parser';
import { sniffDocument } from '../libs/ingestion/src/parsing/sniff';

export interface ReadDocument {
  readonly name: string;
  readonly text: string;
  /** Where each page lies in the text. */
  readonly pages: readonly PageSpan[];
  readonly passages: readonly EvidencePassage[];
}

export interface PageSpan extends Span {
  readonly page: number | null;
}

const parser = new ChildProcessDocumentParser({ timeoutMs: 60_000, memoryMb: 512 });

/** A file as the product sees it: through the real parser and chunker, as the passages that questions are made from. */
export async function readDocument(path: string): Promise<ReadDocument> {
  const name = basename(path);
  const { format } = await sniffDocument(path, name);
  const chunker = new StreamingChunker();
  const chunks: Chunk[] = [];
  const pages: PageSpan[] = [];
  let text = '';
  for await (const page of parser.parse({ path, format }, new AbortController().signal)) {
    const segment = asSegment(page.text, page.page);
    pages.push({ page: page.page, start: text.length, end: text.length + segment.length });
    text += segment;
    chunks.push(...(await chunker.push(segment, page.page, page.headings)));
  }
  chunks.push(...(await chunker.finish()));
  return { name, text, pages, passages: passagesOf(name, text, chunks) };
}

function passagesOf(name: string, text: string, chunks: readonly Chunk[]): EvidencePassage[] {
  return [...Map.groupBy(chunks, ({ passage }) => passage).values()].map((parts) => {
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const { page, start } = first;
    return { documentId: name as DocumentId, filename: name, page, pageEnd: last.pageEnd, start, text: text.slice(start, last.end) };
  });
}
