import { describeEmbeddingProvider } from './embedding-provider.contract';
import { LexicalEmbeddingProvider } from './lexical.embedding-provider';

describeEmbeddingProvider('lexical', async () => new LexicalEmbeddingProvider({ dimension: 1024 }));

describe('LexicalEmbeddingProvider', () => {
  const provider = new LexicalEmbeddingProvider({ dimension: 1024 });
  const never = new AbortController().signal;
  const similarity = async (a: string, b: string) => {
    const [first, second] = await provider.embedPassages([a, b], never);
    return first!.reduce((sum, value, i) => sum + value * second![i]!, 0);
  };

  it.each([
    ['universities', 'university', 'mountain'],
    ['Kernkraftwerke', 'Kernkraftwerk', 'Gebirge'],
    ['университетами', 'университет', 'гора'],
    ['विश्वविद्यालयों', 'विश्वविद्यालय', 'पर्वत'],
    ['जल', 'जल', 'आग'],
  ])('places %s nearer to %s than to %s', async (word, near, far) => {
    expect(await similarity(word, near)).toBeGreaterThan((await similarity(word, far)) + 0.3);
  });

  it('does not tell accents or compatibility forms apart', async () => {
    expect(await similarity('Café ﬁlm', 'cafe film')).toBeCloseTo(1, 4);
  });
});
