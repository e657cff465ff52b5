import { contentWords } from '../text/analyser';
import { stemTerm } from '../text/sparse-encoder';

/** The stems of a text's content words as numbers, ascending and distinct. */
export function stemsOf(text: string): Uint32Array {
  return Uint32Array.from(contentWords(text), stemTerm).toSorted();
}

/** The share of all stems of two texts that both have (Jaccard 1912), 0 to 1; of two texts without any, 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) common++;
    const step = a[i]! - b[j]!;
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 1 : common / all;
}
