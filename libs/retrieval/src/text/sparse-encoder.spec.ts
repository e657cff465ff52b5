import fc from 'fast-check';
import { encodePassage, encodeQuery, type SparseVector } from './sparse-encoder';

const product = (a: SparseVector, b: SparseVector) =>
  a.indices.reduce((sum, term, i) => {
    const at = b.indices.indexOf(term);
    return sum + (at < 0 ? 0 : a.values[i]! * b.values[at]!);
  }, 0);
const similarity = (query: string, text: string) => product(encodeQuery(query), encodePassage(text, 'chunk'));

describe('the sparse encoder', () => {
  it('gives ascending distinct terms with positive finite values, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 40 })), (text) => {
        for (const { indices, values } of [encodePassage(text, 'chunk'), encodePassage(text, 'passage'), encodeQuery(text)]) {
          expect(values).toHaveLength(indices.length);
          expect(indices.every((term, i) => i === 0 || term > indices[i - 1]!)).toBe(true);
          expect(values.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
        }
      }),
    );
  });

  it('is a function of the text alone', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences' }), fc.lorem({ mode: 'sentences' }), (text, other) => {
        const before = encodePassage(text, 'chunk');
        encodePassage(other, 'chunk');
        expect(encodePassage(text, 'chunk')).toEqual(before);
      }),
    );
  });

  it('has the values of BM25: saturating counts, shorter texts first', () => {
    expect(similarity('magma', 'magma magma')).toBeGreaterThan(similarity('magma', 'magma rises'));
    expect(similarity('magma', 'magma magma')).toBeLessThan(2 * similarity('magma', 'magma rises'));
    expect(similarity('magma', 'magma rises')).toBeGreaterThan(similarity('magma', 'magma rises through old dark crust'));
  });

  it('prefers the phrase, then the words, then parts of words', () => {
    const query = 'nuclear power';
    const texts = ['nuclear power stations', 'power from nuclear fuel', 'thermonuclear powers', 'wind and water'];
    const scores = texts.map((text) => similarity(query, text));
    expect(scores[0]!).toBeGreaterThan(scores[1]!);
    expect(scores[1]!).toBeGreaterThan(scores[2]!);
    expect(scores[2]!).toBeGreaterThan(scores[3]!);
    expect(scores[3]!).toBe(0);
  });

  it.each([
    ['Kraftwerk', 'Kernkraftwerke'],
    ['университет', 'университетами'],
    ['水', '水分子'],
    ['東京大学', '東京の大学'],
    ['서울', '서울에서'],
    ['मंत्री', 'मंत्रियों'],
  ])('lets %s find %s', (query, text) => expect(similarity(query, text)).toBeGreaterThan(0));

  it('does not let stop words of a question count', () => {
    expect(similarity('What is the magma?', 'What is the point of it?')).toBe(0);
  });

  it('lets stop words count where a query has nothing else', () => {
    expect(similarity('to be or not to be', 'whether to be, or not')).toBeGreaterThan(0);
  });

  it('bounds long queries', () => {
    const words = Array.from({ length: 2000 }, (_, i) => `word${i}x`).join(' ');
    expect(encodeQuery(words).indices.length).toBeLessThan(2000);
  });
});
