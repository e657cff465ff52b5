import { type EmbeddingProvider } from './embedding-provider';
import { norm } from './assert-vectors';

const TEXTS = ['Plants make sugar from light.', 'Volcanoes erupt.', 'प्रकाश संश्लेषण', '光合作用', '?!', 'a', 'Plants make sugar from light.'];
const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** What every adapter of EmbeddingProvider must do. */
export function describeEmbeddingProvider(name: string, create: () => Promise<EmbeddingProvider>): void {
  describe(`${name} keeps the promises of EmbeddingProvider`, () => {
    const never = new AbortController().signal;
    let provider: EmbeddingProvider;
    beforeAll(async () => {
      provider = await create();
    });

    it('gives one unit vector of the signature’s dimension per text, in order', async () => {
      const vectors = await provider.embedPassages(TEXTS, never);
      expect(vectors).toHaveLength(TEXTS.length);
      for (const vector of vectors) {
        expect(vector).toBeInstanceOf(Float32Array);
        expect(vector).toHaveLength(provider.signature.dimension);
        expect(norm(vector)).toBeCloseTo(1, 4);
      }
      expect(cosine(vectors[0]!, vectors[6]!)).toBeGreaterThan(0.99);
      expect(cosine(vectors[0]!, vectors[1]!)).toBeLessThan(0.9);
    });

    it('gives the same vector for the same text', async () => {
      const [once] = await provider.embedPassages(['Plants make sugar.'], never);
      const [again] = await provider.embedPassages(['Plants make sugar.'], never);
      expect(again).toEqual(once);
    });

    it('places a query near the passage that answers it', async () => {
      const passages = await provider.embedPassages(['The volcano erupted in 1883.', 'Photosynthesis makes sugar from light.'], never);
      const query = await provider.embedQuery('When did the volcano erupt?', never);
      expect(norm(query)).toBeCloseTo(1, 4);
      expect(cosine(query, passages[0]!)).toBeGreaterThan(cosine(query, passages[1]!));
    });

    it('stops when its signal is aborted', async () => {
      const aborted = AbortSignal.abort(new Error('enough'));
      await expect(provider.embedPassages(TEXTS, aborted)).rejects.toThrow('enough');
      await expect(provider.embedQuery('a', aborted)).rejects.toThrow('enough');
    });
  });
}
