/** Beside the query itself: each is a search of its own. */
export const MOST_VARIANTS = 3;

/** Other queries that are searched beside a query. */
export abstract class QueryVariants {
  /**
   * @returns up to `MOST_VARIANTS`, none of them the query itself
   * @throws AppError `GENERATION_UNAVAILABLE` where a model is asked and gives none in time
   */
  abstract of(query: string, signal: AbortSignal): Promise<string[]>;
}
