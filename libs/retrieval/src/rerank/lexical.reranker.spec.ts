import { LexicalReranker } from './lexical.reranker';
import { describeReranker } from './reranker.contract';

describeReranker('lexical', async () => new LexicalReranker());

describe('LexicalReranker', () => {
  const order = async (...texts: string[]) => {
    const candidates = texts.map((text, i) => ({ text, score: 10 - i }));
    return (await new LexicalReranker().rerank('q', candidates)).map(({ at }) => at);
  };

  it('moves a repetition behind everything else', async () => {
    const magma = 'Magma is molten rock below the surface of the earth.';
    expect(await order(magma, magma.toUpperCase(), 'Plants make sugar from light.', 'Basalt is dark.')).toEqual([0, 2, 3, 1]);
  });

  it('leaves the order of texts that only share a subject', async () => {
    expect(await order('Magma is molten rock.', 'Magma rises when rock melts.', 'Cold magma becomes basalt.')).toEqual([0, 1, 2]);
  });
});
