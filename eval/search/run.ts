import { type Collection } from '../collections';
import { cut } from '../library';
import { NotAvailable, type Ranking, type System } from './system';
import { Workspace } from './workspace';

/** Of one row on one collection: a value a query for each measure, or why there are none. */
export type Outcome = Readonly<Record<string, readonly number[]>> | string;

/**
 * All rows on one collection. The rows take turns at every query, so that those which ask the same store for the same lists
 * share the answer.
 */
export async function run(
  collection: Collection,
  systems: readonly System[],
  most: number,
  progress: (message: string) => void,
): Promise<Map<string, Outcome>> {
  const workspace = new Workspace(await cut(collection));
  const outcomes = new Map<string, Outcome>();
  const rankings = new Map<string, Ranking>();
  try {
    for (const system of systems) {
      progress(`${collection.name}: opening ${system.name}`);
      try {
        rankings.set(system.name, await system.open(workspace));
      } catch (error) {
        if (!(error instanceof NotAvailable)) throw error;
        outcomes.set(system.name, error.message);
      }
    }
    const values = new Map([...rankings.keys()].map((name) => [name, {} as Record<string, number[]>]));
    const queries = sample(collection.queries, most);
    for (const [i, query] of queries.entries()) {
      if (i % 50 === 0) progress(`${collection.name}: query ${i} of ${queries.length}`);
      for (const [name, ranking] of rankings) {
        const scores = collection.score(query, await ranking.rank(query.text, collection.depth));
        for (const [measure, score] of Object.entries(scores)) (values.get(name)![measure] ??= []).push(score);
      }
    }
    for (const [name, measured] of values) outcomes.set(name, measured);
    return outcomes;
  } finally {
    for (const ranking of rankings.values()) await ranking.close?.();
    await workspace.close();
  }
}

/** Evenly over the whole list, the same every time. */
function sample<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(items.length / most)); // `most` may be Infinity
  return items.filter((_, i) => i % step === 0);
}
