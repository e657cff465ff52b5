import { stemsOf, similarity } from './similarity';
import { Reranker, type RerankCandidate, type Reranked } from './reranker';

/** Passages that share less than this are different ones, whatever their subject. */
const ALIKE = 0.6;
/** What share more than this say the same. */
const SAME = 0.8;
/** Seen beyond what is asked for, so that something can take the place of what was said already. */
const SPARE = 0.5;

/**
 * Diversity without a model: maximal marginal relevance (Carbonell and Goldstein 1998), where only near repetitions cost anything: of a text that
 * stands in two files, or on the pages of a series of slides, one copy keeps its place. Words and word order were judged by the fusion already, and judging them
 * again was measured to gain nothing (`eval/results.md`).
 */
export class LexicalReranker extends Reranker {
  depth(limit: number): number {
    return Math.ceil(limit * (1 + SPARE));
  }

  async rerank(_query: string, candidates: readonly RerankCandidate[]): Promise<Reranked[]> {
    const stems = candidates.map(({ text }) => stemsOf(text));
    const range = (candidates[0]?.score ?? 0) - (candidates.at(-1)?.score ?? 0);
    const scores = candidates.map(({ score }) => score);
    const left = new Set(candidates.keys());
    const chosen: Reranked[] = [];
    while (left.size > 0) {
      const at = bestOf(left, scores);
      left.delete(at);
      chosen.push({ at, score: scores[at]! });
      for (const other of left) {
        const repeated = Math.max(0, similarity(stems[at]!, stems[other]!) - ALIKE) / (SAME - ALIKE);
        // never above what it was: scores only fall, so each choice is at most as good as the one before it
        scores[other] = Math.min(scores[other]!, candidates[other]!.score - repeated * range);
      }
    }
    return chosen;
  }
}

function bestOf(left: ReadonlySet<number>, scores: readonly number[]): number {
  let best = -1;
  for (const at of left) if (best < 0 || scores[at]! > scores[best]!) best = at;
  return best;
}
