import fc from 'fast-check';
import { type SparseVector } from '../../text/sparse-encoder';
import { DamagedFileError } from './file-errors';
import { blockOf, GROUP, GROUP_BLOCK_BITS, SEGMENT, SEGMENT_BLOCK_BITS } from './layout';
import { blocksOf, entriesOf, joined, PostingsBlock, type Entries } from './postings-block';
import { scan } from './scan';

const term = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 2 ** 32 - 9, max: 2 ** 32 - 1 }), fc.nat(2 ** 32 - 1));
const text = fc.uniqueArray(term).map((terms): SparseVector => {
  const indices = Uint32Array.from(terms).toSorted();
  return { indices, values: Float32Array.from(indices, (_, i) => i + 0.1) };
});
const texts = fc.array(text, { maxLength: 12 });

type Found = Record<number, [place: number, value: number][]>;
const pairs = ({ places, values }: Omit<Entries, 'terms'>) => Array.from(places, (place, i): [number, number] => [place, values[i]!]);

function scanned(ofTexts: readonly (readonly [number, SparseVector])[], terms: Uint32Array): Found {
  const found: Found = {};
  scan(ofTexts, terms, (i, entries) => (found[i] = pairs(entries)));
  return found;
}

function lookedUp(entries: Entries, bits: number, terms: Uint32Array): Found {
  const blocks = new Map([...blocksOf(entries, bits)].map(([number, bytes]) => [number, new PostingsBlock(bytes)]));
  const found: Found = {};
  terms.forEach((one, i) => {
    const entriesOfTerm = blocks.get(blockOf(one, bits))?.of(one);
    if (entriesOfTerm) found[i] = pairs(entriesOfTerm);
  });
  return found;
}

/** Whether a block is refused, or tells of no more than it has room for; any other error is one. */
function fits(bytes: Uint8Array): boolean {
  try {
    return 4 + 6 * new PostingsBlock(bytes).values.length <= bytes.length;
  } catch (error) {
    if (error instanceof DamagedFileError) return true;
    throw error;
  }
}

describe('blocks of postings', () => {
  it('tell what scanning the texts tells', () => {
    fc.assert(
      fc.property(texts, fc.uniqueArray(term), (sparse, asked) => {
        const placed = sparse.map((one, i) => [SEGMENT - 12 + i, one] as const);
        const terms = Uint32Array.from(asked);
        expect(lookedUp(entriesOf(placed), SEGMENT_BLOCK_BITS, terms)).toEqual(scanned(placed, terms));
      }),
    );
  });

  it('tell the same after those of several segments were joined', () => {
    fc.assert(
      fc.property(texts, texts, fc.uniqueArray(term), (first, last, asked) => {
        const end = GROUP - SEGMENT;
        const placed = [...first.map((one, i) => [i, one] as const), ...last.map((one, i) => [end + i, one] as const)];
        const blocks = (sparse: readonly SparseVector[], base: number) =>
          Array.from(
            blocksOf(entriesOf(sparse.map((one, i) => [i, one] as const)), SEGMENT_BLOCK_BITS),
            ([, bytes]) => [base, new PostingsBlock(bytes)] as const,
          );
        const terms = Uint32Array.from(asked);
        expect(lookedUp(joined([...blocks(first, 0), ...blocks(last, end)]), GROUP_BLOCK_BITS, terms)).toEqual(scanned(placed, terms));
      }),
    );
  });

  it('are refused where their lengths do not add up', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => fits(bytes)),
      { examples: [[new Uint8Array(0)], [Uint8Array.of(1, 0, 0)], [new Uint8Array(4)]] },
    );
    for (const [, bytes] of blocksOf(
      entriesOf([[0, { indices: Uint32Array.of(1, 2), values: Float32Array.of(1, 2) }]]),
      SEGMENT_BLOCK_BITS,
    ))
      expect(() => new PostingsBlock(bytes.slice(0, -2))).toThrow(DamagedFileError);
  });
});
