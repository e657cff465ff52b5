import { analyse, contentOf } from '../text/analyser';
import { encodePassage, encodeQuery, type SparseVector } from '../text/sparse-encoder';

/** Content words; a shorter query names what it wants, and words of what it found only lead away (4 points of hit@1). */
const LONG_QUERY = 12;
/** What a first search found that is believed, and the words taken from it; both as usual in the literature. */
export const BELIEVED = 10;
const MOST_TERMS = 30;
/** The share of the new query that is the old one's. */
const OWN_WEIGHT = 0.5;

/** Of scores about 1; below it stands a candidate that fusion puts at the very end of its lists. */
const LEAST_WEIGHT = 1e-6;

const STEMS_ALONE = { stem: 1, neighbours: 0, gram: 0, word: 0 };

/** Whether a query is the description of a subject rather than a question for one place. */
export function isLong(query: string): boolean {
  return contentOf(analyse(query)).length >= LONG_QUERY;
}

/**
 * Pseudo-relevance feedback: the query with the stems that weigh most in the best passages, mixed as in RM3 (Abdul-Jaleel and others 2004). Weights are
 * BM25's of the passages; IDF comes with the search.
 * @param found best first, with their scores
 */
export function withFeedback(query: string, found: readonly { readonly text: string; readonly score: number }[]): SparseVector {
  const own = encodeQuery(query);
  const weights = new Map<number, number>();
  for (const { text, score } of found) {
    const { indices, values } = encodePassage(text, 'passage', STEMS_ALONE);
    indices.forEach((term, i) => weights.set(term, (weights.get(term) ?? 0) + Math.max(0, score) * values[i]!));
  }
  const best = [...weights]
    .filter(([, weight]) => weight > LEAST_WEIGHT)
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_TERMS);
  const total = best.reduce((sum, [, weight]) => sum + weight, 0);
  const words = contentOf(analyse(query)).length;
  if (best.length === 0 || words === 0) return own;
  const scale = (words * (1 - OWN_WEIGHT)) / OWN_WEIGHT / total;
  const mixed = new Map(Array.from(own.indices, (term, i) => [term, own.values[i]!]));
  for (const [term, weight] of best) mixed.set(term, (mixed.get(term) ?? 0) + scale * weight);
  const terms = [...mixed].toSorted((a, b) => a[0] - b[0]);
  return { indices: Uint32Array.from(terms, ([term]) => term), values: Float32Array.from(terms, ([, value]) => value) };
}
