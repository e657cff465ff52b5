/**
 * The positions of the `limit` greatest positive scores, greatest first, equal ones by position: a binary heap with the worst
 * of the kept at its root, since nearly all scores are turned away by one comparison.
 */
export function best(scores: Float64Array, limit: number): number[] {
  const heap: number[] = [];
  const worse = (a: number, b: number) => scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  let least = 0; // what a score has to exceed
  for (let position = 0; position < scores.length; position++) {
    if (!(scores[position]! > least)) continue;
    if (heap.length < limit) rise(heap, heap.push(position) - 1, worse);
    else {
      heap[0] = position;
      sink(heap, worse);
    }
    if (heap.length === limit) least = scores[heap[0]!]!;
  }
  return heap.toSorted((a, b) => scores[b]! - scores[a]! || a - b);
}

type Order = (a: number, b: number) => boolean;

function rise(heap: number[], from: number, worse: Order): void {
  for (let at = from; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at]!, heap[parent]!)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], worse: Order): void {
  for (let at = 0; ;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && worse(heap[child]!, heap[worst]!)) worst = child;
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap(heap: number[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b]!, heap[a]!];
}
