/** A candidate's score in one list. */
export interface Scored {
  readonly key: string;
  readonly score: number;
}

/**
 * Distribution-based score fusion (Mazzeschi 2023, as in Qdrant): each list's scores are moved to where its mean less three
 * standard deviations is 0 and its mean plus three is 1, then added by candidate. A list of one, or of equal scores, gives
 * 0.5; a candidate that a list lacks gets nothing from it.
 * Scores of lists tell more than their ranks: where lexical and dense lists disagree, one of them is sure and the other is not.
 */
export function distributionBasedScoreFusion(
  lists: readonly { readonly weight: number; readonly scored: readonly Scored[] }[],
): Map<string, number> {
  const fused = new Map<string, number>();
  for (const { weight, scored } of lists) {
    const normalised = normaliser(scored.map(({ score }) => score));
    for (const { key, score } of scored) fused.set(key, (fused.get(key) ?? 0) + weight * normalised(score));
  }
  return fused;
}

function normaliser(scores: readonly number[]): (score: number) => number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1);
  const deviation = Math.sqrt(variance);
  if (!(deviation > 1e-9 * Math.abs(mean))) return () => 0.5;
  return (score) => (score - (mean - 3 * deviation)) / (6 * deviation);
}
