import fc from 'fast-check';
import { type SparseVector } from '../text/sparse-encoder';
import { blockOf, SEGMENT } from './layout';
import { addMatches, blocksOf, type Matches } from './postings-block';
import { scanner } from './scan';

const NEAR = 5000;
const term = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 2 ** 32 - 9, max: 2 ** 32 - 1 }), fc.nat(2 ** 32 - 1));
const text = fc.uniqueArray(term).map((terms): SparseVector => {
  const indices = Uint32Array.from(terms).toSorted();
  return { indices, values: Float32Array.from(indices, (_, i) => i + 0.1) };
});

describe('blocksOf and addMatches', () => {
  it('find what scanning the texts finds', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.uniqueArray(term), (sparse, asked) => {
        const texts = sparse.map((one, i) => [SEGMENT - 12 + i, one] as const);
        const terms = Uint32Array.from(asked);
        const none = () => Array.from(terms, (): Matches => ({ places: [], values: [] }));
        const scanned = none();
        const scan = scanner(terms, scanned);
        for (const [place, one] of texts) scan(NEAR + place, one);
        const blocks = new Map(blocksOf(texts));
        const found = none();
        terms.forEach((one, i) => {
          const block = blocks.get(blockOf(one));
          if (block) addMatches(block, one, NEAR, found[i]!);
        });
        expect(found).toEqual(scanned);
      }),
    );
  });
});
