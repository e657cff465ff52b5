/** Three digits make the 32 bits of a term. */
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/** The positions of the terms in ascending order of term, equal ones as they came: a radix sort. */
export function termOrder(terms: Uint32Array): Uint32Array {
  let order = new Uint32Array(terms.length);
  let other = new Uint32Array(terms.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const next = new Uint32Array(DIGITS + 1);
    for (let i = 0; i < terms.length; i++) next[((terms[i]! >>> shift) & (DIGITS - 1)) + 1]! += 1;
    for (let digit = 1; digit < DIGITS; digit++) next[digit]! += next[digit - 1]!;
    for (let i = 0; i < order.length; i++) {
      const digit = (terms[order[i]!]! >>> shift) & (DIGITS - 1);
      other[next[digit]!++] = order[i]!;
    }
    [order, other] = [other, order];
  }
  return order;
}
