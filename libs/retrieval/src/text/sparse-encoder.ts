import { hash32, mix32 } from '@lectern/embedding';
import { analyse, contentOf, type Token } from './analyser';

/** The unit that finds (`chunk`, 256 characters) and the unit that is judged and returned (`passage`, its parent). */
export type PointKind = 'chunk' | 'passage';

/** Term ids with their values, ascending and distinct: what Qdrant calls a sparse vector. */
export interface SparseVector {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** How much a kind of term counts beside a stem. */
const WEIGHTS = { stem: 1, neighbours: 0.2, gram: 0.2, word: 0.15 } as const;
type TermKind = keyof typeof WEIGHTS;
/** Keep terms of different kinds apart in the one space of ids. */
const SEEDS: Record<TermKind, number> = { stem: 11, neighbours: 12, gram: 13, word: 14 };

/** BM25 (Robertson and Zaragoza 2009); average lengths are fixed, so that a text's values never depend on other texts. */
const K1 = 1.2;
const B = 0.75;
const AVERAGE_CONTENT_WORDS: Record<PointKind, number> = { chunk: 24, passage: 80 };

/** Queries may be 10 kB long; what counts has been said by then. */
const MAX_QUERY_TERMS = 1024;

/**
 * A text of the library as a sparse vector whose product with `encodeQuery`, each term times its IDF, is a sum of BM25 over
 * four kinds of term: stems of content words, pairs of neighbouring stems, 4-grams inside content words, and whole words.
 * IDF is the store's part, since it alone knows how many texts of the tenant hold a term.
 */
export function encodePassage(text: string, kind: PointKind): SparseVector {
  const tokens = analyse(text);
  const content = tokens.filter((token) => token.content);
  const terms = new Map<number, number>();
  const weights = new Map<number, number>();
  const add = (term: number, weight: number) => {
    const count = terms.get(term);
    terms.set(term, (count ?? 0) + 1);
    if (count === undefined) weights.set(term, weight);
  };
  forEachTerm(content, tokens, add);
  const norm = K1 * (1 - B + (B * content.length) / AVERAGE_CONTENT_WORDS[kind]);
  const indices = Uint32Array.from(terms.keys()).toSorted();
  const values = Float32Array.from(indices, (term) => {
    const count = terms.get(term)!;
    return (weights.get(term)! * count * (K1 + 1)) / (count + norm);
  });
  return { indices, values };
}

/** The terms of a query, each of value 1: weights are in the library's values. Stop words count only where nothing else is said. */
export function encodeQuery(text: string): SparseVector {
  const content = contentOf(analyse(text));
  const terms = new Set<number>();
  forEachTerm(content, content, (term) => terms.size < MAX_QUERY_TERMS && terms.add(term));
  const indices = Uint32Array.from(terms).toSorted();
  return { indices, values: new Float32Array(indices.length).fill(1) };
}

/** The id of a content word's stem in `encodeQuery`, to look up its frequency by. */
export function stemTerm(stem: string): number {
  return hash32(stem, SEEDS.stem);
}

function forEachTerm(content: readonly Token[], all: readonly Token[], add: (term: number, weight: number) => void): void {
  let previous = 0;
  for (const { stem, word, script } of content) {
    const term = stemTerm(stem);
    add(term, WEIGHTS.stem);
    if (previous !== 0) add(mix32(Math.imul(previous, 31) + term + SEEDS.neighbours), WEIGHTS.neighbours);
    previous = term;
    if (script !== 'unspaced') for (const gram of gramsOf(word, script === 'Hangul' ? 2 : 4)) add(gram, WEIGHTS.gram);
  }
  for (const { word } of all) add(hash32(word, SEEDS.word), WEIGHTS.word);
}

const remembered = new Map<string, Uint32Array>();
const REMEMBERED_WORDS = 50_000;

/** The n-grams of UTF-16 units inside a word (McNamee and Mayfield 2004 found 4 best across European languages). */
function gramsOf(word: string, size: number): Uint32Array {
  let grams = remembered.get(word);
  if (grams) return grams;
  const starts = Math.max(0, word.length - size + 1);
  grams = Uint32Array.from({ length: starts }, (_, i) => hash32(word.slice(i, i + size), SEEDS.gram));
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
  remembered.set(word, grams);
  return grams;
}
