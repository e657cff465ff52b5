import { type Database, type Statement } from 'better-sqlite3';
import { blockOf, rangeOf } from './layout';
import { blocksOf, PostingsBlock, type Entries, type TermEntries } from './postings-block';
import { RecentBlobs } from './recent-blobs';

interface PostingsOptions {
  readonly table: 'segment_postings' | 'group_postings';
  /** Its postings are cut into 2 ^ `blockBits` blocks. */
  readonly blockBits: number;
}

/** Blocks that are kept in memory: those of the terms that are asked for over and over. */
const RECENT_BYTES = 64 * 2 ** 20;

/** The inverted index of segments, or of groups of them, block by block: a few hundred rows a segment, where one row a term would be 30,000. */
export class Postings {
  private readonly blockBits: number;
  private readonly select: Statement<[number], Buffer>;
  private readonly insert: Statement<[number, Uint8Array]>;
  private readonly delete: Statement<[number, number]>;
  private readonly recent = new RecentBlobs<PostingsBlock>(RECENT_BYTES);

  constructor(database: Database, { table, blockBits }: PostingsOptions) {
    this.blockBits = blockBits;
    this.select = database.prepare<[number], Buffer>(`SELECT block FROM ${table} WHERE number = ?`).pluck();
    this.insert = database.prepare(`INSERT INTO ${table} VALUES (?, ?)`);
    this.delete = database.prepare(`DELETE FROM ${table} WHERE number >= ? AND number < ?`);
  }

  write(unit: number, entries: Entries): void {
    const first = unit * 2 ** this.blockBits;
    for (const [block, bytes] of blocksOf(entries, this.blockBits)) this.insert.run(first + block, bytes);
  }

  block(unit: number, block: number): PostingsBlock | undefined {
    const bytes = this.select.get(unit * 2 ** this.blockBits + block);
    return bytes && new PostingsBlock(bytes);
  }

  /** Drops all of a unit's blocks, or one. */
  drop(unit: number, block?: number): void {
    const { from, to } = rangeOf(unit, 2 ** this.blockBits);
    if (block === undefined) this.delete.run(from, to);
    else this.delete.run(from + block, from + block + 1);
  }

  /** Tells of each term that the unit has, by its position in `terms`, which ascend: terms of one block are read at once. */
  find(unit: number, version: number, terms: Uint32Array, found: (term: number, entries: TermEntries) => void): void {
    const known = this.recent.of(unit, version);
    let last = -1;
    let block: PostingsBlock | undefined;
    for (let i = 0; i < terms.length; i++) {
      const number = blockOf(terms[i]!, this.blockBits);
      if (number !== last) block = known.get(number) ?? this.read(unit, number);
      last = number;
      const entries = block?.of(terms[i]!);
      if (entries) found(i, entries);
    }
  }

  private read(unit: number, number: number): PostingsBlock | undefined {
    const block = this.block(unit, number);
    if (block) this.recent.add(unit, number, block, block.bytes);
    return block;
  }
}
