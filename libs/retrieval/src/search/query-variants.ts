import { analyse, contentOf } from '../text/analyser';

/** Beside the query itself: each is a search of its own. */
const MOST_VARIANTS = 3;
/** Fewer content words than this are no query of their own. */
const FEWEST_WORDS = 2;

/**
 * Other queries that a query holds, without a model: its sentences and clauses, each of which may be answered in another place (decomposition, as in Press
 * and others 2023), longest first. A query of one clause has none.
 */
export function queryVariants(query: string): string[] {
  const clauses = query
    .split(/(?<=[.?!;:。？！；])\s*|,\s+|\s+[-–—]\s+|\n+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== query && contentOf(analyse(clause)).filter(({ content }) => content).length >= FEWEST_WORDS);
  return [...new Set(clauses)].toSorted((a, b) => b.length - a.length).slice(0, MOST_VARIANTS);
}
