import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { type DocumentId, type Span, type TenantId } from '@lectern/platform';
import { type EmbeddingProvider } from '@lectern/embedding';
import { encodePassage, pointId, type Point, type PointKind, type VectorStore } from '@lectern/retrieval';

/** About a paragraph: the design's parent passage. */
const PASSAGE_CHARACTERS = 1000;
const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 256, chunkOverlap: 0, separators: ['\n\n', '\n', ' ', ''] });

interface Part {
  span: Span;
  passage: number;
}

/** Chunks of 256 characters and their parents: neighbours up to a blank line or about 1,000 characters. */
export async function partsOf(text: string): Promise<{ chunks: Part[]; passages: Span[] }> {
  const chunks: Part[] = [];
  const passages: { start: number; end: number }[] = [];
  let from = 0;
  for (const chunk of await splitter.splitText(text)) {
    const start = text.indexOf(chunk, from);
    const end = start + chunk.length;
    const open = passages.at(-1);
    const paragraphEnds = /\n\s*\n/.test(text.slice(from, start));
    if (open && !paragraphEnds && end - open.start <= PASSAGE_CHARACTERS) open.end = end;
    else passages.push({ start, end });
    chunks.push({ span: { start, end }, passage: passages.length - 1 });
    from = end;
  }
  return { chunks, passages };
}

/** Indexes a document as ingestion does. @returns its passages */
export async function index(
  store: VectorStore,
  provider: EmbeddingProvider,
  tenant: TenantId,
  documentId: DocumentId,
  text: string,
  signal: AbortSignal,
) {
  const { chunks, passages } = await partsOf(text);
  const parts = [
    ...chunks.map(({ span, passage }, i) => ({ kind: 'chunk' as const, index: i, passage, span })),
    ...passages.map((span, i) => ({ kind: 'passage' as const, index: i, passage: i, span })),
  ];
  const points: Point[] = [];
  for (let i = 0; i < parts.length; i += 128) {
    const batch = parts.slice(i, i + 128);
    const texts = batch.map(({ span }) => text.slice(span.start, span.end));
    const vectors = await provider.embedPassages(texts, signal);
    batch.forEach((part, j) => points.push(pointOf(documentId, part, vectors[j]!, texts[j]!)));
  }
  await store.upsert(tenant, points, signal);
  return passages;
}

function pointOf(
  documentId: DocumentId,
  part: { kind: PointKind; index: number; passage: number; span: Span },
  dense: Float32Array,
  text: string,
): Point {
  const { kind, index, passage, span } = part;
  const id = pointId(documentId, 1, kind, index);
  return {
    id,
    documentId,
    generation: 1,
    kind,
    index,
    passage,
    ...span,
    page: null,
    pageEnd: null,
    dense,
    sparse: encodePassage(text, kind),
  };
}
