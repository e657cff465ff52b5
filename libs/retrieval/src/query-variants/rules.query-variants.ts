import { analyse, contentOf } from '../text/analyser';
import { MOST_VARIANTS, QueryVariants } from './query-variants';

/** Fewer content words than this are no query of their own. */
const FEWEST_WORDS = 2;

/** What a query holds: see `clausesOf`. */
export class RuleQueryVariants extends QueryVariants {
  async of(query: string): Promise<string[]> {
    return clausesOf(query);
  }
}

/**
 * Other queries that a query holds, without a model: its sentences and clauses, each of which may be answered in another place (decomposition, as in Press
 * and others 2023), longest first. A query of one clause has none.
 */
export function clausesOf(query: string): string[] {
  const clauses = query
    .split(/(?<=[.?!;:。？！；])\s*|,\s+|\s+[-–—]\s+|\n+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== query && contentOf(analyse(clause)).filter(({ content }) => content).length >= FEWEST_WORDS);
  return [...new Set(clauses)].toSorted((a, b) => b.length - a.length).slice(0, MOST_VARIANTS);
}
