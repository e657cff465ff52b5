import type { Passage } from '@lectern/retrieval';

/** Of the query's content words, by weight: with less than this a passage only shares a word with the topic. */
const LEAST_COVERAGE = 0.34;
/** How far below the best passage one may lie and still be on topic. */
const COVERAGE_OF_BEST = 0.6;
type Found = Pick<Passage, 'documentId' | 'coverage'>;

/**
 * Those of the passages found that speak of the topic. A text that names Tycho Brahe once goes on with Brahe: where there are fewer
 * passages than questions, what covers less of the topic counts too, in the documents that surely speak of it.
 */
export function onTopic<Some extends Found>(passages: readonly Some[], count: number): Some[] {
  const best = Math.max(0, ...passages.map((passage) => passage.coverage));
  const above = (least: number) => passages.filter(({ coverage }) => coverage >= Math.max(LEAST_COVERAGE, least * best));
  const surely = above(COVERAGE_OF_BEST);
  if (surely.length >= count) return surely;
  const documents = new Set(surely.map(({ documentId }) => documentId));
  return [...surely, ...above(0).filter((passage) => documents.has(passage.documentId) && !surely.includes(passage))];
}
