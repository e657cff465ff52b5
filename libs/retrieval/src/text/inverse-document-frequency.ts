/**
 * How much a term tells by being rare: BM25's IDF in Lucene's form, ln(1 + (N - n + 0.5) / (n + 0.5)), which is never negative; Qdrant's `idf` modifier is the same.
 * @param frequency how many of the texts hold the term
 */
export function inverseDocumentFrequency(frequency: number, texts: number): number {
  return Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5));
}
