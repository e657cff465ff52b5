/** Chunks `firstChunk..lastChunk`, both included. */
export interface BatchRange {
  n: number;
  firstChunk: number;
  lastChunk: number;
}

/**
 * Deals chunks out to batches of about `size` texts (chunks and their passages are both embedded), whole passages each.
 * @param passageStarts the index of the first chunk of each passage, in order
 * @param chunks how many there are in all
 */
export function planBatches(passageStarts: readonly number[], chunks: number, size: number): BatchRange[] {
  const batches: BatchRange[] = [];
  let first = 0;
  let texts = 0;
  for (let passage = 0; passage < passageStarts.length; passage++) {
    const next = passageStarts[passage + 1] ?? chunks;
    texts += next - passageStarts[passage]! + 1;
    if (texts < size && next < chunks) continue;
    batches.push({ n: batches.length, firstChunk: first, lastChunk: next - 1 });
    first = next;
    texts = 0;
  }
  return batches;
}
