import { wordOverlap } from '../words';

/** Two that say nearly the same may both be right. */
const TOO_MUCH_ALIKE = 0.4;

export const areTooMuchAlike = (a: ReadonlySet<string>, b: ReadonlySet<string>) => wordOverlap(a, b) >= TOO_MUCH_ALIKE;

/** The first three, or as many as there are, of which no two say nearly the same. */
export function threeApart<Option extends { readonly words: ReadonlySet<string> }>(options: readonly Option[]): Option[] {
  const chosen: Option[] = [];
  for (const option of options) {
    if (chosen.length === 3) break;
    if (!chosen.some(({ words }) => areTooMuchAlike(words, option.words))) chosen.push(option);
  }
  return chosen;
}

/** @param most how many times longer an option may be than another before it is seen through */
export const isOfOneLength = (a: string, b: string, most: number) => a.length <= most * b.length && b.length <= most * a.length;
