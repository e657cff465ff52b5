import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EmbeddingProvider } from '@lectern/embedding';
import type { DocumentId } from '@lectern/platform';
import { encodePassage, pointId, type Point } from '@lectern/retrieval';
import type { IndexUnit } from './index-units';

/** Units of a document as points, embedded `batchSize` texts a call. */
export async function pointsOf(
  provider: EmbeddingProvider,
  { documentId, generation }: { documentId: DocumentId; generation: number },
  units: readonly IndexUnit[],
  batchSize: number,
  signal: AbortSignal,
): Promise<Point[]> {
  const points: Point[] = [];
  for (let from = 0; from < units.length; from += batchSize) {
    const batch = units.slice(from, from + batchSize);
    const texts = batch.map(({ text }) => text);
    const vectors = await provider.embedPassages(texts, signal);
    batch.forEach(({ text, ...unit }, i) => {
      const id = pointId(documentId, generation, unit.kind, unit.index);
      points.push({ ...unit, id, documentId, generation, dense: vectors[i]!, sparse: encodePassage(text, unit.kind) });
    });
    await nextTurn();
  }
  return points;
}
