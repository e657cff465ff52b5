import { type Reranker } from './reranker';

const never = new AbortController().signal;
const TEXTS = ['Magma is molten rock.', 'Plants make sugar.', 'Basalt is a dark rock.', 'Magma is molten rock.', ''];

/** What every adapter of Reranker must do. */
export function describeReranker(name: string, create: () => Promise<Reranker>): void {
  describe(`${name} keeps the promises of Reranker`, () => {
    const candidates = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ text: TEXTS[i % TEXTS.length]!, score: 1 - i / count }));

    it.each([1, 2, 5, 40])('gives each of %d candidates once, with scores that do not rise', async (count) => {
      const order = await (await create()).rerank('What is magma?', candidates(count), never);
      expect(order.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      for (let i = 1; i < order.length; i++) expect(order[i]!.score).toBeLessThanOrEqual(order[i - 1]!.score);
    });

    it('wants to see what is asked for, at least', async () => {
      const reranker = await create();
      for (const limit of [1, 10, 100]) expect(reranker.depth(limit)).toBeGreaterThanOrEqual(limit);
    });
  });
}
