import { type DocumentId } from '@lectern/platform';
import { type PointKind } from '../text/sparse-encoder';
import { type Hit, type HitList } from '../vector-store/vector-store';
import { type Fusion } from './fusion';

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

/** The lists of one query, and how much they count beside those of its variants. */
export interface QueryLists {
  readonly weight: number;
  readonly lists: readonly HitList[];
}

/** How much of a neighbour's score a passage gets; .05 to .1 are alike, and more costs the first place. */
const NEIGHBOUR_WEIGHT = 0.08;

/**
 * One ranking of passages out of all lists: a chunk's score counts for its parent, the best chunk's alone, and the lists are
 * fused; a passage whose neighbour was found as well is the likelier one. Equal sums are ordered by their words (rank fusion ties often: +1.7 points of hit@1), then by document and place in it.
 */
export function rankPassages(
  queries: readonly QueryLists[],
  weights: LegWeights,
  fuse: Fusion,
  neighbourWeight = NEIGHBOUR_WEIGHT,
): RankedPassage[] {
  const sources = new Map<string, Hit>();
  const bestChunks = new Map<string, number>();
  const lexical = new Map<string, number>();
  const fused = fuse(
    queries.flatMap(({ weight, lists }) =>
      lists.map(({ leg, kind, hits }) => {
        const best = new Map<string, number>();
        for (const hit of hits) {
          const key = keyOf(hit, hit.passage);
          if (best.has(key)) continue; // lists are best first
          best.set(key, hit.score);
          sources.set(key, hit);
          if (kind === 'chunk' && !bestChunks.has(key)) bestChunks.set(key, hit.index);
          if (leg === 'sparse') lexical.set(key, (lexical.get(key) ?? 0) + hit.score);
        }
        return { weight: weight * weights[leg][kind], scored: Array.from(best, ([key, score]) => ({ key, score })) };
      }),
    ),
  );
  const besides = (key: string) => {
    const source = sources.get(key)!;
    return Math.max(0, ...[-1, 1].map((step) => fused.get(keyOf(source, source.passage + step)) ?? 0));
  };
  return Array.from(fused, ([key, score]) => ({ key, score: score + neighbourWeight * besides(key) }))
    .toSorted(
      (a, b) =>
        b.score - a.score || (lexical.get(b.key) ?? 0) - (lexical.get(a.key) ?? 0) || inOrder(sources.get(a.key)!, sources.get(b.key)!),
    )
    .map(({ key, score }) => {
      const { documentId, generation, passage } = sources.get(key)!;
      return { documentId, generation, passage, score, bestChunk: bestChunks.get(key) ?? null };
    });
}

const keyOf = ({ documentId, generation }: Hit, passage: number) => `${documentId}/${generation}/${passage}`;

function inOrder(a: Hit, b: Hit): number {
  if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
  return a.passage - b.passage;
}
