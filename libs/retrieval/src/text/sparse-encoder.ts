import { hash32, mix32 } from '@lectern/embedding';
import { analyse, contentOf, type Token } from './analyser';

/** The unit that finds (`chunk`, 256 characters) and the unit that is judged and returned (`passage`, its parent). */
export const POINT_KINDS = ['passage', 'chunk'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** Term ids with their values, ascending and distinct: what Qdrant calls a sparse vector. */
export interface SparseVector {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

/** How much a kind of term counts beside a stem; a kind of weight 0 is left out. */
export const TERM_WEIGHTS = { stem: 1, neighbours: 0.2, gram: 0.15, word: 0.2 };
type TermKind = keyof typeof TERM_WEIGHTS;
export type TermWeights = Readonly<Record<TermKind, number>>;
const KINDS = Object.keys(TERM_WEIGHTS) as TermKind[];
/** Keep terms of different kinds apart in the one space of ids. */
const SEEDS: Record<TermKind, number> = { stem: 11, neighbours: 12, gram: 13, word: 14 };

/**
 * BM25 (Robertson and Zaragoza 2009); average lengths are fixed, so that a text's values never depend on other texts. In the 256 characters of a chunk
 * the second use of a word says little: its k1 is small.
 */
const K1: Record<PointKind, number> = { chunk: 0.7, passage: 1.2 };
const B = 0.75;
const AVERAGE_CONTENT_WORDS: Record<PointKind, number> = { chunk: 20, passage: 80 };

/** Queries may be 10 kB long; what counts has been said by then. */
const MAX_QUERY_WORDS = 200;

/**
 * A text of the library as a sparse vector whose product with `encodeQuery`, each term times its IDF, is a sum of BM25 over
 * four kinds of term: stems of content words, pairs of neighbouring stems, 4-grams inside content words, and whole words.
 * IDF is the store's part, since it alone knows how many texts of the tenant hold a term.
 */
export function encodePassage(text: string, kind: PointKind, weights: TermWeights = TERM_WEIGHTS): SparseVector {
  const tokens = analyse(text);
  const content = tokens.filter((token) => token.content);
  const k1 = K1[kind];
  const norm = k1 * (1 - B + (B * content.length) / AVERAGE_CONTENT_WORDS[kind]);
  return counted(termsOf(content, tokens), (count, term) => (weights[term] * count * (k1 + 1)) / (count + norm));
}

/**
 * The terms of a query, each as often as the query says it (worth 7 points of nDCG for queries of several sentences); weights
 * are in the library's values. Stop words count only where nothing else is said.
 */
export function encodeQuery(text: string): SparseVector {
  const content = contentOf(analyse(text));
  return counted(termsOf(content.slice(0, MAX_QUERY_WORDS), content.slice(0, MAX_QUERY_WORDS)), (count) => count);
}

/** The id of a content word's stem in `encodeQuery`, to look up its frequency by. */
export function stemTerm(stem: string): number {
  return hash32(stem, SEEDS.stem);
}

/** Every occurrence of every term, as its id and kind in one number: so that sorting brings the equal ones together. */
function termsOf(content: readonly Token[], all: readonly Token[]): Float64Array {
  const found: number[] = [];
  const add = (id: number, kind: TermKind) => found.push(id * KINDS.length + KINDS.indexOf(kind));
  let previous: number | undefined;
  for (const { stem, word, script } of content) {
    const id = stemTerm(stem);
    add(id, 'stem');
    if (previous !== undefined) add(mix32(Math.imul(previous, 31) + id + SEEDS.neighbours), 'neighbours');
    previous = id;
    if (script !== 'unspaced') for (const gram of gramsOf(word, script === 'Hangul' ? 2 : 4)) add(gram, 'gram');
  }
  for (const { word } of all) add(hash32(word, SEEDS.word), 'word');
  return new Float64Array(found).toSorted();
}

function counted(sorted: Float64Array, valueOf: (count: number, kind: TermKind) => number): SparseVector {
  const indices = new Uint32Array(sorted.length);
  const values = new Float32Array(sorted.length);
  let size = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    const id = Math.floor(sorted[from]! / KINDS.length);
    const value = valueOf(to - from, KINDS[sorted[from]! % KINDS.length]!);
    if (value === 0) continue;
    if (size > 0 && indices[size - 1] === id) size--; // two kinds met in one id: their values are one term's
    indices[size] = id;
    values[size] = values[size]! + value;
    size++;
  }
  return { indices: indices.slice(0, size), values: values.slice(0, size) };
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
