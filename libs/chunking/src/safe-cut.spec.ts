import * as fc from 'fast-check';
import { safeCut } from './safe-cut';
import { CHUNK_SIZE, createSplitter } from './splitter';

/** So small that short random texts meet every boundary. */
const SIZE = 6;
const splitter = createSplitter(SIZE);

const text = fc
  .array(fc.constantFrom('a', 'b', 'cde', '\n', '\n\n', ' ', '𝒳', 'abcdef', 'abcdefghijklm', '𝒳'.repeat(12), '\n\n\n'), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('safeCut', () => {
  it('never changes what the splitter gives, however much of the text has been seen', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), async (whole, seen) => {
        const cut = safeCut(whole.slice(0, seen % (whole.length + 1)), SIZE);
        const parts = [...(await splitter.splitText(whole.slice(0, cut))), ...(await splitter.splitText(whole.slice(cut)))];
        expect(parts).toEqual(await splitter.splitText(whole));
      }),
      {
        numRuns: 4000,
        examples: [
          ['a\n\ncde\n\n\nabcdefghijklm', 15],
          ['a\n\n𝒳a\n\n\n𝒳', 8],
          ['a\n\nbcd\n\n\nab', 7],
        ],
      },
    );
  });

  it('leaves little behind, in prose, in a list without blank lines and in one huge word', () => {
    for (const long of [
      'A sentence of prose. '.repeat(40).concat('\n\n').repeat(20),
      'item of a list\n'.repeat(2000),
      'x'.repeat(50_000),
    ]) {
      expect(long.length - safeCut(long, CHUNK_SIZE)).toBeLessThan(5 * CHUNK_SIZE);
    }
  });
});
