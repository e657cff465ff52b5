import { type Database, type Statement } from 'better-sqlite3';
import { type SparseVector } from '../text/sparse-encoder';
import { blockOf, blocksOfSegment } from './layout';
import { addMatches, blocksOf, type Matches } from './postings-block';

/** The inverted index of segments, block by block: a few hundred rows a segment, where one row a term would be 30,000. */
export class Postings {
  private readonly read: Statement<[number], Buffer>;
  private readonly insert: Statement<[number, Uint8Array]>;
  private readonly remove: Statement<[number, number]>;

  constructor(database: Database) {
    this.read = database.prepare<[number], Buffer>('SELECT block FROM postings WHERE number = ?').pluck();
    this.insert = database.prepare('INSERT INTO postings VALUES (?, ?)');
    this.remove = database.prepare('DELETE FROM postings WHERE number >= ? AND number < ?');
  }

  /** Writes a segment's anew. */
  write(segment: number, texts: readonly (readonly [place: number, sparse: SparseVector])[]): void {
    this.drop(segment);
    const { from } = blocksOfSegment(segment);
    for (const [block, bytes] of blocksOf(texts)) this.insert.run(from + block, bytes);
  }

  drop(segment: number): void {
    const { from, to } = blocksOfSegment(segment);
    this.remove.run(from, to);
  }

  /** Adds to each term's matches the segment's texts that hold it. */
  find(segment: number, terms: Uint32Array, base: number, matches: readonly Matches[]): void {
    const { from } = blocksOfSegment(segment);
    for (let i = 0; i < terms.length; i++) {
      const bytes = this.read.get(from + blockOf(terms[i]!));
      if (bytes) addMatches(bytes, terms[i]!, base, matches[i]!);
    }
  }
}
