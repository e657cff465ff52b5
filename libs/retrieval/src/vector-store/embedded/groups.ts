import { type Database, type Statement } from 'better-sqlite3';
import { GROUP, groupsOfSpace, pointsOfSegment, SEGMENT_BLOCKS } from './layout';
import { type Postings } from './postings';
import { joined, type PostingsBlock } from './postings-block';
import { type Space } from './spaces';

interface Group {
  readonly number: number;
  /** How many blocks of its segments' postings, from the first, it has taken over. */
  readonly merged: number;
}

/** Blocks that one transaction merges: well under 100 ms with the write lock. */
const BLOCKS_A_MERGE = 16;

/**
 * Full groups of segments, whose postings are merged, a few blocks a transaction, so that a search reads one block where it
 * read 16. As in a log-structured merge tree (O'Neil and others 1996), with two levels.
 */
export class Groups {
  private readonly select: Statement<[number, number], Group>;
  private readonly mark: Statement<[number, number]>;
  private readonly delete: Statement<[number]>;

  constructor(
    database: Database,
    private readonly ofSegments: Postings,
    private readonly ofGroups: Postings,
  ) {
    this.select = database.prepare('SELECT * FROM groups WHERE number >= ? AND number < ?');
    this.mark = database.prepare('INSERT OR REPLACE INTO groups VALUES (?, ?)');
    this.delete = database.prepare('DELETE FROM groups WHERE number = ?');
  }

  /** What of each of the space's groups is merged. */
  merged(space: Space): Map<number, number> {
    const { from, to } = groupsOfSpace(space.id);
    return new Map(this.select.all(from, to).map(({ number, merged }) => [number, merged]));
  }

  /**
   * Goes on with merging a group.
   * @returns whether that was the last of it
   */
  merge(group: number, segments: readonly number[]): boolean {
    const merged = this.select.get(group, group + 1)?.merged ?? 0;
    const to = Math.min(merged + BLOCKS_A_MERGE, SEGMENT_BLOCKS);
    for (let block = merged; block < to; block++) {
      const parts = segments.flatMap((segment): [base: number, block: PostingsBlock][] => {
        const postings = this.ofSegments.block(segment, block);
        return postings ? [[pointsOfSegment(segment).from % GROUP, postings]] : [];
      });
      this.ofGroups.write(group, joined(parts));
      for (const segment of segments) this.ofSegments.drop(segment, block);
    }
    this.mark.run(group, to);
    return to === SEGMENT_BLOCKS;
  }

  drop(group: number): void {
    this.delete.run(group);
    this.ofGroups.drop(group);
  }
}
