import { type DocumentId } from '@lectern/platform';
import { type Hit } from '../vector-store/vector-store';
import { rankPassages } from './rank-passages';

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

  it('counts the best chunk of a passage, once', () => {
    const passages = [hit('passage', 0, 0, 5), hit('passage', 1, 1, 5)];
    const chunks = [hit('chunk', 7, 1, 9), hit('chunk', 2, 0, 8), hit('chunk', 3, 0, 7)];
    const ranked = rankPassages(
      [
        { leg: 'sparse', kind: 'passage', hits: passages },
        { leg: 'sparse', kind: 'chunk', hits: chunks },
      ],
      weights,
    );
    expect(ranked.map(({ passage, bestChunk }) => [passage, bestChunk])).toEqual([
      [1, 7],
      [0, 2],
    ]);
  });

  it('orders equal sums by place in the document', () => {
    const hits = [3, 1, 2].map((index) => hit('passage', index, index, 4));
    expect(rankPassages([{ leg: 'sparse', kind: 'passage', hits }], weights).map(({ passage }) => passage)).toEqual([1, 2, 3]);
  });

  it('keeps generations of a document apart', () => {
    const hits = [hit('passage', 0, 0, 4), { ...hit('passage', 0, 0, 3), generation: 2 }];
    expect(rankPassages([{ leg: 'sparse', kind: 'passage', hits }], weights)).toHaveLength(2);
  });
});
