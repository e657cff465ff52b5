import { type DocumentId } from '@lectern/platform';
import { type PointKind } from '../text/sparse-encoder';
import { type Hit, type HitList } from '../vector-store/vector-store';
import { distributionBasedScoreFusion } from './fusion';

/** A passage that some list found, before the database has said whether it still counts. */
export interface RankedPassage {
  readonly documentId: DocumentId;
  readonly generation: number;
  readonly passage: number;
  readonly score: number;
  /** Index of its best chunk, where a list of chunks found one. */
  readonly bestChunk: number | null;
}

export type LegWeights = Readonly<Record<HitList['leg'], Readonly<Record<PointKind, number>>>>;

/**
 * One ranking of passages out of all lists: a chunk's score counts for its parent, the best chunk's alone, and the lists are
 * fused by score. Equal sums are ordered by document and place in it.
 */
export function rankPassages(lists: readonly HitList[], weights: LegWeights): RankedPassage[] {
  const sources = new Map<string, Hit>();
  const bestChunks = new Map<string, number>();
  const scored = lists.map(({ leg, kind, hits }) => {
    const best = new Map<string, number>();
    for (const hit of hits) {
      const key = `${hit.documentId}/${hit.generation}/${hit.passage}`;
      if (best.has(key)) continue; // lists are best first
      best.set(key, hit.score);
      sources.set(key, hit);
      if (kind === 'chunk' && !bestChunks.has(key)) bestChunks.set(key, hit.index);
    }
    return { weight: weights[leg][kind], scored: Array.from(best, ([key, score]) => ({ key, score })) };
  });
  const ranked = Array.from(distributionBasedScoreFusion(scored), ([key, score]): RankedPassage => {
    const { documentId, generation, passage } = sources.get(key)!;
    return { documentId, generation, passage, score, bestChunk: bestChunks.get(key) ?? null };
  });
  return ranked.toSorted((a, b) => b.score - a.score || compare(a.documentId, b.documentId) || a.passage - b.passage);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
