import * as fc from 'fast-check';
import { createSplitter } from './splitter';
import { asSegment, StreamingChunker, type Chunk, type Heading } from './streaming-chunker';

interface Page {
  text: string;
  page: number | null;
  headings?: Heading[];
}

async function chunksOf(pages: Page[]): Promise<{ chunks: Chunk[]; text: string }> {
  const chunker = new StreamingChunker();
  const chunks: Chunk[] = [];
  let text = '';
  for (const { text: pageText, page, headings } of pages) {
    const segment = asSegment(pageText, page);
    chunks.push(...(await chunker.push(segment, page, headings)));
    text += segment;
  }
  chunks.push(...(await chunker.finish()));
  return { chunks, text };
}

const passagesOf = ({ chunks, text }: { chunks: Chunk[]; text: string }) =>
  [...Map.groupBy(chunks, (chunk) => chunk.passage).values()].map((some) => text.slice(some[0]!.start, some.at(-1)!.end));

const sentence = (n: number) => `Sentence number ${n} says something about the river. `;
const paragraph = (length: number, mark: string) =>
  `${mark} ${Array.from({ length: 99 }, (_, n) => sentence(n)).join('')}`.slice(0, length - 1) + '.';

describe('StreamingChunker', () => {
  const prose = fc
    .array(fc.oneof(fc.lorem({ maxCount: 60 }), fc.constantFrom('\n\n', '\n', ' ', '📚👩‍🏫 ', 'x'.repeat(3000), '𝒳'.repeat(900))), {
      minLength: 1,
      maxLength: 30,
    })
    .map((parts) => parts.join('').repeat(12));

  it('gives the chunks that the splitter gives for the whole text, each exactly its span', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(prose, { minLength: 1, maxLength: 5 }), fc.boolean(), async (texts, paged) => {
        const { chunks, text } = await chunksOf(texts.map((pageText, n) => ({ text: pageText, page: paged ? n + 1 : null })));
        expect(chunks.map((chunk) => chunk.text)).toEqual(await createSplitter().splitText(text));
        for (const chunk of chunks) expect(text.slice(chunk.start, chunk.end)).toBe(chunk.text);
        expect(chunks.map((chunk) => chunk.index)).toEqual(chunks.map((_, index) => index));
      }),
      { numRuns: 60 },
    );
  });

  it('never tears a surrogate pair and never exceeds 256 units', async () => {
    const { chunks } = await chunksOf([{ text: `a${'📚'.repeat(100_000)}`, page: null }]);
    expect(chunks.every((chunk) => chunk.text.isWellFormed() && chunk.text.length <= 256)).toBe(true);
  });

  it('says on which pages a chunk stands, from one to the next where it spans a break', async () => {
    const { chunks } = await chunksOf([
      { text: 'First page.', page: 1 },
      { text: 'Second page.', page: 2 },
      { text: paragraph(700, 'Third page.'), page: 3 },
    ]);
    expect(chunks[0]).toMatchObject({ page: 1, pageEnd: 2 });
    expect(chunks[1]).toMatchObject({ page: 3, pageEnd: 3 });
  });

  it('makes a paragraph one passage, however many chunks it has', async () => {
    const paragraphs = [700, 310, 1100, 450].map((length, n) => paragraph(length, `Topic ${n}.`));
    expect(passagesOf(await chunksOf([{ text: paragraphs.join('\n\n'), page: null }]))).toEqual(paragraphs);
  });

  it('splits a long paragraph evenly', async () => {
    const passages = passagesOf(await chunksOf([{ text: paragraph(3000, 'Long.'), page: null }]));
    expect(passages).toHaveLength(3);
    for (const passage of passages) expect(passage.length).toBeGreaterThan(700);
  });

  it('merges list items up to about 1,000 characters', async () => {
    const items = Array.from({ length: 40 }, (_, n) => `Item ${n} of a list that goes on for a while.`);
    const passages = passagesOf(await chunksOf([{ text: items.join('\n\n'), page: null }]));
    expect(passages.length).toBeLessThan(4);
    for (const passage of passages) expect(passage.length).toBeLessThanOrEqual(1000);
  });

  it('begins a passage with each heading and names it in the chunks that follow', async () => {
    const intro = paragraph(280, 'Intro.');
    const text = `${intro}\n\nRivers\n\n${paragraph(600, 'About rivers.')}`;
    const result = await chunksOf([{ text, page: null, headings: [{ start: intro.length + 2, text: 'Rivers' }] }]);
    expect(passagesOf(result)).toEqual([intro, text.slice(intro.length + 2)]);
    expect(result.chunks.map((chunk) => chunk.heading)).toEqual([null, null, ...Array(result.chunks.length - 2).fill('Rivers')]);
  });

  it('has nothing to give for a text of white space', async () => {
    expect((await chunksOf([{ text: ' \n\n \u00a0\n', page: null }])).chunks).toEqual([]);
  });
});
