import { shuffled } from '@lectern/platform';

/**
 * Up to `limit` places among items of the given lengths, spread evenly over the items and over each one's length: every item
 * gets the same share while it lasts, and one random place in each of as many equal strata. The order goes round the items, so
 * that any beginning of the answer is spread as well.
 */
export function spread(lengths: readonly number[], limit: number, random: () => number): { item: number; place: number }[] {
  const order = shuffled([...lengths.keys()], random);
  const shares = evenShares(lengths, order, limit);
  const places = lengths.map((length, item) => {
    const share = shares[item]!;
    const strata = Array.from({ length: share }, (_, i) => {
      const from = Math.floor((i * length) / share);
      return from + Math.floor(random() * (Math.floor(((i + 1) * length) / share) - from));
    });
    return shuffled(strata, random);
  });
  const rounds = Math.max(0, ...shares);
  return Array.from({ length: rounds }, (_, round) =>
    order.flatMap((item) => (round < shares[item]! ? { item, place: places[item]![round]! } : [])),
  ).flat();
}

function evenShares(lengths: readonly number[], order: readonly number[], limit: number): number[] {
  const shares = lengths.map(() => 0);
  for (let left = limit, given = -1; left > 0 && given !== 0;) {
    given = 0;
    for (const item of order) {
      if (left === 0 || shares[item]! >= lengths[item]!) continue;
      shares[item]!++;
      left--;
      given++;
    }
  }
  return shares;
}
