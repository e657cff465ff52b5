import { type Database, type Statement } from 'better-sqlite3';
import { type SparseVector } from '../text/sparse-encoder';
import { fromBytes, toBytes } from './sparse-bytes';

/** Points of a segment. Up to so many are scanned by a search before they are inverted, at most some 4 ms. */
export const SEGMENT = 512;
/** Transactions that the inversion of one segment is split into, by ranges of terms: each holds the lock some 50 ms. */
export const PIECES = 16;

/** Where each matching text has a term of the query: parallel lists. */
export interface Matches {
  readonly sequences: number[];
  readonly values: number[];
}

/**
 * The inverted index of full segments: for each (space, segment, term) a blob of sequences and values.
 * The segment stands before the term in the key, so that inverting one writes one range of the file, whatever the library's size.
 */
export class InvertedSegments {
  static readonly SCHEMA = `
    CREATE TABLE IF NOT EXISTS postings (
      space INTEGER NOT NULL, segment INTEGER NOT NULL, term INTEGER NOT NULL, entries BLOB NOT NULL,
      PRIMARY KEY (space, segment, term)
    ) WITHOUT ROWID`;

  private readonly read: Statement<[number, number, number], Buffer>;
  private readonly write: Statement<[number, number, number, Uint8Array]>;
  private readonly drop: Statement<[number, number, number]>;

  constructor(database: Database) {
    this.read = database
      .prepare<[number, number, number], Buffer>('SELECT entries FROM postings WHERE space = ? AND segment = ? AND term = ?')
      .pluck();
    this.write = database.prepare('INSERT OR REPLACE INTO postings VALUES (?, ?, ?, ?)');
    this.drop = database.prepare('DELETE FROM postings WHERE space = ? AND segment = ? AND term = ?');
  }

  /** Writes one piece of a segment, given all of its texts. */
  invert(space: number, segment: number, piece: number, texts: Iterable<readonly [sequence: number, sparse: SparseVector]>): void {
    const from = (piece * 2 ** 32) / PIECES;
    const to = from + 2 ** 32 / PIECES;
    const byTerm = new Map<number, Matches>();
    for (const [sequence, { indices, values }] of texts) {
      for (let i = lowerBound(indices, from); i < indices.length && indices[i]! < to; i++) {
        const matches = byTerm.get(indices[i]!);
        if (matches) {
          matches.sequences.push(sequence);
          matches.values.push(values[i]!);
        } else byTerm.set(indices[i]!, { sequences: [sequence], values: [values[i]!] });
      }
    }
    for (const term of Uint32Array.from(byTerm.keys()).toSorted()) this.put(space, segment, term, byTerm.get(term)!);
  }

  /** Takes texts out of the terms they hold; what a piece not yet written would add is not there to be taken out. */
  remove(space: number, texts: readonly (readonly [sequence: number, sparse: SparseVector])[]): void {
    const gone = new Map<number, Map<number, Set<number>>>();
    for (const [sequence, { indices }] of texts) {
      const segment = Math.floor(sequence / SEGMENT);
      const terms = gone.get(segment) ?? new Map<number, Set<number>>();
      gone.set(segment, terms);
      for (const term of indices) terms.set(term, (terms.get(term) ?? new Set()).add(sequence));
    }
    for (const [segment, terms] of gone) {
      for (const [term, sequences] of terms) {
        const found = this.read.get(space, segment, term);
        if (!found) continue;
        const kept: Matches = { sequences: [], values: [] };
        collect(found, kept, (sequence) => !sequences.has(sequence));
        if (kept.sequences.length > 0) this.put(space, segment, term, kept);
        else this.drop.run(space, segment, term);
      }
    }
  }

  /** Adds to `matches` the texts of the first `segments` segments that hold the term. */
  find(space: number, segments: number, term: number, matches: Matches): void {
    for (let segment = 0; segment < segments; segment++) {
      const found = this.read.get(space, segment, term);
      if (found) collect(found, matches, () => true);
    }
  }

  private put(space: number, segment: number, term: number, { sequences, values }: Matches): void {
    this.write.run(space, segment, term, toBytes({ indices: Uint32Array.from(sequences), values: Float32Array.from(values) }));
  }
}

function collect(blob: Buffer, matches: Matches, wanted: (sequence: number) => boolean): void {
  const { indices, values } = fromBytes(blob);
  for (let i = 0; i < indices.length; i++) {
    if (!wanted(indices[i]!)) continue;
    matches.sequences.push(indices[i]!);
    matches.values.push(values[i]!);
  }
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
