import fc from 'fast-check';
import { QUESTION_TYPES } from '../question';
import { passagesOf } from '../question-model.contract';
import { batchesOf } from './batches';

const counts = fc.record(Object.fromEntries(QUESTION_TYPES.map((type) => [type, fc.nat({ max: 30 })])));
const texts = fc.array(
  fc.integer({ min: 0, max: 1500 }).map((length) => 'x'.repeat(length)),
  { maxLength: 40 },
);
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

describe('batchesOf', () => {
  it('asks for the plan and some more, a few a batch, as far as the passages have room', () => {
    fc.assert(
      fc.property(counts, texts, (wanted, all) => {
        const evidence = passagesOf(all);
        const batches = batchesOf({ counts: wanted, seed: 1 }, evidence);
        const asked = sum(batches.flatMap((batch) => Object.values(batch.counts)));
        const room = sum(all.filter(({ length }) => length >= 60).map(({ length }) => Math.max(1, Math.round(length / 80))));
        const spare = sum(Object.values(wanted).map((count) => Math.ceil(1.4 * count)));
        expect(asked).toBe(Math.min(room, spare));
        for (const { passages } of batches) expect(passages.length).toBeGreaterThan(0);
      }),
    );
  });

  it('gives no passage to two batches', () => {
    fc.assert(
      fc.property(counts, texts, (wanted, all) => {
        const given = batchesOf({ counts: wanted, seed: 1 }, passagesOf(all)).flatMap(({ passages }) => passages.map(({ index }) => index));
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it('asks 25 of enough passages in batches of five at most', () => {
    const evidence = passagesOf(Array.from({ length: 40 }, () => 'x'.repeat(600)));
    const batches = batchesOf({ counts: { multiple_choice: 9, short_answer: 4, true_false: 8, cloze: 4 }, seed: 1 }, evidence);
    expect(batches.map((batch) => sum(Object.values(batch.counts)))).toEqual([5, 5, 5, 5, 5, 4, 4, 4]);
  });

  it('asks for what is missing only, where that is known', () => {
    const [batch, ...more] = batchesOf({ counts: { cloze: 20 }, missing: { cloze: 1 }, seed: 1 }, passagesOf(['x'.repeat(900)]));
    expect([batch?.counts, more]).toEqual([{ cloze: 2 }, []]);
  });
});
