import fc from 'fast-check';
import { planBatches } from './embedding-batches';

describe('planBatches', () => {
  it('keeps passages whole and batches near their size', () => {
    expect(planBatches([0, 3, 5], 9, 7)).toEqual([
      { n: 0, firstChunk: 0, lastChunk: 4 },
      { n: 1, firstChunk: 5, lastChunk: 8 },
    ]);
  });

  it('covers every chunk once, in order, and never cuts a passage', () => {
    const passages = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(passages, fc.integer({ min: 1, max: 40 }), (sizes, size) => {
        const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, n) => sum + n, 0));
        const chunks = sizes.reduce((sum, n) => sum + n, 0);
        const batches = planBatches(starts, chunks, size);
        expect(
          batches.flatMap(({ firstChunk, lastChunk }) => Array.from({ length: lastChunk - firstChunk + 1 }, (_, i) => firstChunk + i)),
        ).toEqual(Array.from({ length: chunks }, (_, i) => i));
        for (const { firstChunk } of batches) expect(starts).toContain(firstChunk);
      }),
    );
  });
});
