import { type DocumentId } from '@lectern/platform';
import { type Hit } from '../vector-store/vector-store';
import { distributionBasedScoreFusion, reciprocalRankFusion } from './fusion';
import { rankPassages, type QueryLists } from './rank-passages';

describe('rankPassages', () => {
  const weights = { sparse: { passage: 1, chunk: 1 }, dense: { passage: 1, chunk: 1 } };
  const hit = (kind: Hit['kind'], index: number, passage: number, score: number): Hit => ({
    documentId: 'd' as DocumentId,
    generation: 1,
    kind,
    index,
    passage,
    start: 0,
    end: 1,
    page: null,
    pageEnd: null,
    score,
  });

  const rank = (lists: QueryLists['lists'], fuse = distributionBasedScoreFusion) => rankPassages([{ weight: 1, lists }], weights, fuse);

  it('counts the best chunk of a passage, once', () => {
    const passages = [hit('passage', 0, 0, 5), hit('passage', 1, 1, 5)];
    const chunks = [hit('chunk', 7, 1, 9), hit('chunk', 2, 0, 8), hit('chunk', 3, 0, 7)];
    const ranked = rank([
      { leg: 'sparse', kind: 'passage', hits: passages },
      { leg: 'sparse', kind: 'chunk', hits: chunks },
    ]);
    expect(ranked.map(({ passage, bestChunk }) => [passage, bestChunk])).toEqual([
      [1, 7],
      [0, 2],
    ]);
  });

  it('prefers of two alike the one whose neighbour was found as well', () => {
    const hits = [hit('passage', 1, 1, 5), hit('passage', 7, 7, 5), hit('passage', 8, 8, 4)];
    expect(rank([{ leg: 'sparse', kind: 'passage', hits }]).map(({ passage }) => passage)).toEqual([7, 1, 8]);
  });

  it('orders equal sums by place in the document', () => {
    const hits = [3, 1, 2].map((index) => hit('passage', index, index, 4));
    expect(rank([{ leg: 'sparse', kind: 'passage', hits }]).map(({ passage }) => passage)).toEqual([1, 2, 3]);
  });

  it('keeps generations of a document apart', () => {
    const hits = [hit('passage', 0, 0, 4), { ...hit('passage', 0, 0, 3), generation: 2 }];
    expect(rank([{ leg: 'sparse', kind: 'passage', hits }])).toHaveLength(2);
  });

  it('breaks ties of rank fusion by the words', () => {
    const ranked = rank(
      [
        { leg: 'dense', kind: 'passage', hits: [hit('passage', 1, 1, 0.9), hit('passage', 2, 2, 0.8)] },
        { leg: 'sparse', kind: 'passage', hits: [hit('passage', 2, 2, 7), hit('passage', 1, 1, 6)] },
      ],
      reciprocalRankFusion,
    );
    expect(ranked.map(({ passage }) => passage)).toEqual([2, 1]);
    expect(ranked[0]!.score).toBe(ranked[1]!.score);
  });

  it('adds what variants of the query found, by their weight', () => {
    const lists = (...passages: number[]) => [
      { leg: 'sparse' as const, kind: 'passage' as const, hits: passages.map((passage, i) => hit('passage', passage, passage, 9 - i)) },
    ];
    const queries = [
      { weight: 1, lists: lists(1, 2, 3) },
      { weight: 0.5, lists: lists(3, 4) },
    ];
    expect(rankPassages(queries, weights, distributionBasedScoreFusion).map(({ passage }) => passage)).toEqual([1, 3, 2, 4]);
  });
});
