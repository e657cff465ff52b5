import { StreamingChunker } from '@lectern/chunking';
import { type DocumentId, type Span } from '@lectern/platform';
import { type Collection } from './collections';

/** Where a passage lies. */
export interface Place extends Span {
  readonly document: DocumentId;
}

export interface Part extends Place {
  readonly text: string;
  /** Number of it in its document. */
  readonly index: number;
  /** Number of the parent passage in its document; a passage's own. */
  readonly passage: number;
}

/** A collection cut into chunks and their parent passages, as ingestion cuts documents. */
export interface Library {
  readonly collection: Collection;
  readonly chunks: readonly Part[];
  readonly passages: readonly Part[];
}

export async function cut(collection: Collection): Promise<Library> {
  const chunks: Part[] = [];
  const passages: Part[] = [];
  for (const { name, text } of collection.documents) {
    const part = ({ start, end }: Span, index: number, passage: number): Part => {
      return { document: name as DocumentId, start, end, index, passage, text: text.slice(start, end) };
    };
    const chunker = new StreamingChunker();
    const made = [...(await chunker.push(text, null)), ...(await chunker.finish())];
    for (const chunk of made) chunks.push(part(chunk, chunk.index, chunk.passage));
    for (const [passage, own] of Map.groupBy(made, (chunk) => chunk.passage))
      passages.push(part({ start: own[0]!.start, end: own.at(-1)!.end }, passage, passage));
  }
  return { collection, chunks, passages };
}
