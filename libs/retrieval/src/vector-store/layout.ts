/**
 * How points are numbered: a space (one tenant's points of one kind) is one range of numbers, cut into segments of neighbours,
 * and a segment's postings are one range of blocks. So each of them is one range of every table, read and dropped in one sweep.
 */
const POINTS_A_SPACE = 2 ** 30;

/** The unit of inversion, some 10 ms of it: a smaller one costs more reads a search, a larger one more work a write. */
export const SEGMENT = 512;

/** Ranges of term ids, which are hashes and so spread evenly: some 500 entries a block, a page or two of the file. */
const BLOCK_BITS = 7;
const BLOCKS = 2 ** BLOCK_BITS;

export interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export const pointsOfSpace = (space: number): Range => rangeOf(space, POINTS_A_SPACE);
export const pointsOfSegment = (segment: number): Range => rangeOf(segment, SEGMENT);
export const blocksOfSegment = (segment: number): Range => rangeOf(segment, BLOCKS);
export const segmentsOfSpace = (space: number): Range => rangeOf(space, POINTS_A_SPACE / SEGMENT);

export const segmentOf = (point: number): number => Math.floor(point / SEGMENT);
export const spaceOf = (segment: number): number => Math.floor((segment * SEGMENT) / POINTS_A_SPACE);
export const blockOf = (term: number): number => term >>> (32 - BLOCK_BITS);

function rangeOf(unit: number, size: number): Range {
  return { from: unit * size, to: (unit + 1) * size };
}
