/** What a query of a collection with one right paragraph each scores: hit@1, hit@5 and MRR@10 of its rank (0: not found). */
export function hits(rank: number) {
  return { 'hit@1': Number(rank === 1), 'hit@5': Number(rank >= 1 && rank <= 5), 'MRR@10': rank >= 1 && rank <= 10 ? 1 / rank : 0 };
}

/** nDCG@10 with linear gain (Jarvelin and Kekalainen 2002) and recall@100 of one query; units judged -1 are taken out first. */
export function graded(ranking: readonly string[], relevant: ReadonlyMap<string, number>) {
  const kept = ranking.filter((unit) => relevant.get(unit) !== -1);
  const ideal = [...relevant.values()].filter((gain) => gain > 0).toSorted((a, b) => b - a);
  const found = kept.slice(0, 100).filter((unit) => (relevant.get(unit) ?? 0) > 0).length;
  return {
    'nDCG@10': gainOf(kept.slice(0, 10).map((unit) => relevant.get(unit) ?? 0)) / gainOf(ideal.slice(0, 10)),
    'recall@100': found / ideal.length,
  };
}

function gainOf(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}

export interface Estimate {
  readonly mean: number;
  /** Half of a 95 % interval of the mean, by the normal approximation. */
  readonly halfWidth: number;
}

export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, halfWidth: 1.96 * Math.sqrt(variance / values.length) };
}

/** How much better `values` are than `others` of the same queries: paired, so that what the queries have in common cancels out. */
export function gain(values: readonly number[], others: readonly number[]): Estimate {
  return estimate(values.map((value, i) => value - others[i]!));
}
