import { StreamingChunker } from '@lectern/chunking';
import { type DocumentId, type Span, type TenantId } from '@lectern/platform';
import { type EmbeddingProvider } from '@lectern/embedding';
import { encodePassage, pointId, type Point, type PointKind, type VectorStore } from '@lectern/retrieval';

interface Part {
  span: Span;
  passage: number;
}

/** Chunks and their parent passages, as ingestion makes them. */
export async function partsOf(text: string): Promise<{ chunks: Part[]; passages: Span[] }> {
  const chunker = new StreamingChunker();
  const made = [...(await chunker.push(text, null)), ...(await chunker.finish())];
  const passages = [...Map.groupBy(made, ({ passage }) => passage).values()].map((own) => ({ start: own[0]!.start, end: own.at(-1)!.end }));
  return { chunks: made.map(({ start, end, passage }) => ({ span: { start, end }, passage })), passages };
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
