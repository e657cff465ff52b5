import { type EmbeddingProvider } from './embedding-provider';
import { norm } from './unit-vector';

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

    const expectVector = (vector: Float32Array | undefined) => {
      expect(ArrayBuffer.isView(vector)).toBe(true); // an instance of another realm's Float32Array where a thread made it
      expect(vector).toHaveLength(provider.signature.dimension);
      expect(norm(vector!)).toBeCloseTo(1, 4);
    };

    it('gives one unit vector of the signature’s dimension per text, in order', async () => {
      const vectors = await provider.embedPassages(TEXTS, never);
      expect(vectors).toHaveLength(TEXTS.length);
      vectors.forEach(expectVector);
      expect(cosine(vectors[0]!, vectors[6]!)).toBeGreaterThan(0.99);
      expect(cosine(vectors[0]!, vectors[1]!)).toBeLessThan(0.9);
    });

    it.each([
      ['nothing', ''],
      ['blanks', ' \n\t'],
      ['8,192 units', 'The mill ground the grain. '.repeat(400).slice(0, 8192)],
      ['8,192 units without a blank', 'x'.repeat(8192)],
      ['8,192 units of Chinese', '磨坊'.repeat(4096)],
      ['emoji', '👩‍🚀🚀🇺🇳'],
      ['emoji cut in two', '🚀'.slice(0, 1) + 'launch' + '🚀'.slice(1)],
      ['NUL and other controls', 'a\0b\u0007\u200b'],
      ['Arabic', 'بُنيت الطاحونة القديمة في القرية عام 1720'],
      ['Hindi', 'गाँव की पुरानी चक्की 1720 में बनी थी'],
      ['Chinese', '村庄的老磨坊建于1720年'],
      ['markup', '</s><script>[CLS] [MASK] "\' OR 1=1 --'],
    ])('has a vector for %s', async (_, text) => {
      const [vector] = await provider.embedPassages([text], never);
      expectVector(vector);
      expectVector(await provider.embedQuery(text, never));
      expect(typeof provider.reads(text)).toBe('boolean');
    });

    it('takes 128 texts at once', async () => {
      const texts = Array.from({ length: 128 }, (_, i) => `Mill number ${i}.`);
      const vectors = await provider.embedPassages(texts, never);
      expect(vectors).toHaveLength(128);
      const [alone] = await provider.embedPassages([texts[100]!], never);
      expect(cosine(vectors[100]!, alone!)).toBeGreaterThan(0.98);
    });

    it('gives the same vector for the same text', async () => {
      const [once] = await provider.embedPassages(['Plants make sugar.'], never);
      const [again] = await provider.embedPassages(['Plants make sugar.'], never);
      expect(again).toEqual(once);
    });

    it('places a query near the passage that answers it', async () => {
      const passages = await provider.embedPassages(['The volcano erupted in 1883.', 'Photosynthesis makes sugar from light.'], never);
      const query = await provider.embedQuery('When did the volcano erupt?', never);
      expect(cosine(query, passages[0]!)).toBeGreaterThan(cosine(query, passages[1]!));
    });

    it('answers a ping', async () => {
      await expect(provider.ping(never)).resolves.toBeUndefined();
    });

    it('stops when its signal is aborted', async () => {
      const aborted = AbortSignal.abort(new Error('enough'));
      await expect(provider.embedPassages(TEXTS, aborted)).rejects.toThrow('enough');
      await expect(provider.embedQuery('a', aborted)).rejects.toThrow('enough');
      const caller = new AbortController();
      const running = provider.embedPassages(TEXTS, caller.signal).catch((error: Error) => error.message);
      caller.abort(new Error('gone'));
      expect(['gone', expect.any(Array)]).toContainEqual(await running);
    });
  });
}
