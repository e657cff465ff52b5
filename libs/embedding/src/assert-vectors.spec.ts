import { assertVectors } from './assert-vectors';

describe('assertVectors', () => {
  const signature = { provider: 'test', model: 'm', dimension: 2, pooling: 'sum', revision: '', instruction: '' };
  const check = (vectors: number[][], texts: number) => () =>
    assertVectors(
      vectors.map((v) => Float32Array.from(v)),
      texts,
      signature,
    );

  it('accepts one unit vector per text', () => {
    expect(
      check(
        [
          [1, 0],
          [0.6, 0.8],
        ],
        2,
      ),
    ).not.toThrow();
  });

  it.each([
    ['fewer vectors than texts', [[1, 0]], 2],
    ['another dimension', [[1, 0, 0]], 1],
    ['a zero vector', [[0, 0]], 1],
    ['NaN', [[NaN, 1]], 1],
    ['a vector of another length', [[3, 4]], 1],
  ])('refuses %s', (_, vectors, texts) => {
    expect(check(vectors, texts)).toThrow(expect.objectContaining({ code: 'EMBEDDING_MISMATCH' }));
  });
});
