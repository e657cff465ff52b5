/**
 * How points are numbered: a space (one tenant's points of one kind) is one range of numbers, in the order they were written.
 * It is cut into segments of neighbours, and those into groups; the postings of either are one range of blocks. So each of
 * them is one range of every table, read and dropped in one sweep.
 */
const POINTS_A_SPACE = 2 ** 30;

/** The unit of inversion, some 10 ms of it: what a small write costs. */
export const SEGMENT = 512;
const SEGMENTS_A_GROUP = 16;
/** The unit of search for who has much: a 16th of the reads. Places in it fit 16 bits. */
export const GROUP = SEGMENTS_A_GROUP * SEGMENT;

/** Term ids are hashes and so spread evenly: a range of them is a few hundred entries, a page of the file or less, in either. */
export const SEGMENT_BLOCK_BITS = 7;
export const GROUP_BLOCK_BITS = 12;
export const SEGMENT_BLOCKS = 2 ** SEGMENT_BLOCK_BITS;

/** Vectors that lie in one row: one row each would cost a search more than all that it computes. */
export const VECTORS_A_PACK = 16;

export interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export const pointsOfSpace = (space: number): Range => rangeOf(space, POINTS_A_SPACE);
export const segmentsOfSpace = (space: number): Range => rangeOf(space, POINTS_A_SPACE / SEGMENT);
export const groupsOfSpace = (space: number): Range => rangeOf(space, POINTS_A_SPACE / GROUP);
export const segmentsOfGroup = (group: number): Range => rangeOf(group, SEGMENTS_A_GROUP);
export const pointsOfSegment = (segment: number): Range => rangeOf(segment, SEGMENT);

export const pointsOfPack = (pack: number): Range => rangeOf(pack, VECTORS_A_PACK);
/** Of points that begin and end with whole packs, as segments and spaces do. */
export const packsOf = ({ from, to }: Range): Range => ({ from: from / VECTORS_A_PACK, to: to / VECTORS_A_PACK });

export const packOf = (point: number): number => Math.floor(point / VECTORS_A_PACK);
export const segmentOf = (point: number): number => Math.floor(point / SEGMENT);
export const groupOf = (segment: number): number => Math.floor(segment / SEGMENTS_A_GROUP);
export const spaceOf = (segment: number): number => Math.floor((segment * SEGMENT) / POINTS_A_SPACE);

/** A term's block among 2 ^ `bits`. */
export const blockOf = (term: number, bits: number): number => term >>> (32 - bits);

export function rangeOf(unit: number, size: number): Range {
  return { from: unit * size, to: (unit + 1) * size };
}
