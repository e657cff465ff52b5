import * as fc from 'fast-check';
import { safeCut } from './safe-cut';
import { CHUNK_SIZE, createSplitter } from './splitter';

const split = (text: string) => createSplitter().splitText(text);

/** Texts of short and long words, lines and paragraphs, with runs of separators between them. */
const awkwardText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ maxLength: 40 }) },
      { weight: 3, arbitrary: fc.constantFrom('\n\n', '\n', ' ', '\n\n\n', '  ', ' \n', '\n\n\n\n', '\u00a0') },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('a', 'bc', '𝒳', '日', 'w ', 'x\n', 'é𝒴z '), fc.integer({ min: 1, max: 400 }))
          .map(([unit, times]) => unit.repeat(times)),
      },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join('').toWellFormed());

describe('safeCut', () => {
  it('never changes what the splitter gives, however much of the text has been seen', async () => {
    await fc.assert(
      fc.asyncProperty(awkwardText, fc.nat(), async (text, seen) => {
        const cut = safeCut(text.slice(0, seen % (text.length + 1)), CHUNK_SIZE);
        expect([...(await split(text.slice(0, cut))), ...(await split(text.slice(cut)))]).toEqual(await split(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves little behind, in prose, in a list without blank lines and in one huge word', () => {
    for (const text of [
      'A sentence of prose. '.repeat(40).concat('\n\n').repeat(20),
      'item of a list\n'.repeat(2000),
      'x'.repeat(50_000),
    ]) {
      expect(text.length - safeCut(text, CHUNK_SIZE)).toBeLessThan(5 * CHUNK_SIZE);
    }
  });
});
