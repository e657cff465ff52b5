/** Share of queries whose one right unit is first, among the first five, and the mean of 1 / its rank in ten. */
export function hits(ranks: readonly number[]): Record<'hit@1' | 'hit@5' | 'MRR@10', number> {
  const mean = (value: (rank: number) => number) => ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length;
  return {
    'hit@1': mean((rank) => Number(rank === 1)),
    'hit@5': mean((rank) => Number(rank >= 1 && rank <= 5)),
    'MRR@10': mean((rank) => (rank >= 1 && rank <= 10 ? 1 / rank : 0)),
  };
}

/** nDCG@10 with linear gain (Jarvelin and Kekalainen 2002) and recall@100; units judged -1 are taken out first. */
export function graded(ranking: readonly string[], relevant: ReadonlyMap<string, number>): { ndcg: number; recall: number } {
  const kept = ranking.filter((unit) => relevant.get(unit) !== -1);
  const ideal = [...relevant.values()].filter((gain) => gain > 0).toSorted((a, b) => b - a);
  const found = kept.slice(0, 100).filter((unit) => (relevant.get(unit) ?? 0) > 0).length;
  return {
    ndcg: gainOf(kept.slice(0, 10).map((unit) => relevant.get(unit) ?? 0)) / gainOf(ideal.slice(0, 10)),
    recall: found / ideal.length,
  };
}

function gainOf(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
