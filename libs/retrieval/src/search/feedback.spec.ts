import fc from 'fast-check';
import { encodeQuery, stemTerm } from '../text/sparse-encoder';
import { isLong, withFeedback } from './feedback';

const weightOf = (vector: ReturnType<typeof withFeedback>, stem: string) => vector.values[vector.indices.indexOf(stemTerm(stem))] ?? 0;

describe('withFeedback', () => {
  const query = 'How do volcanoes erupt?';

  it('adds the words that the best passages share, and keeps the query’s own', () => {
    const mixed = withFeedback(query, [
      { text: 'Magma rises and volcanoes erupt.', score: 2 },
      { text: 'Magma is molten rock.', score: 1 },
    ]);
    expect(weightOf(mixed, 'magma')).toBeGreaterThan(weightOf(mixed, 'rock'));
    expect(weightOf(mixed, 'rock')).toBeGreaterThan(0);
    const own = encodeQuery(query);
    own.indices.forEach((term, i) => expect(mixed.values[mixed.indices.indexOf(term)]).toBeGreaterThanOrEqual(own.values[i]!));
  });

  it('is the query itself where nothing was found', () => {
    expect(withFeedback(query, [])).toEqual(encodeQuery(query));
    expect(withFeedback(query, [{ text: '…', score: 3 }])).toEqual(encodeQuery(query));
  });

  it('gives a sparse vector of bounded size, whatever was found', () => {
    const found = fc.array(fc.record({ text: fc.string({ maxLength: 300 }), score: fc.double({ min: -1, max: 9, noNaN: true }) }), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(fc.string(), found, (text, passages) => {
        const { indices, values } = withFeedback(text, passages);
        expect([...indices]).toEqual([...new Set(indices)].toSorted((a, b) => a - b));
        expect(indices.length).toBeLessThanOrEqual(encodeQuery(text).indices.length + 30);
        expect(values.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
      }),
    );
  });
});

describe('isLong', () => {
  it('tells a description from a question', () => {
    expect(isLong('Who wrote the first book about the eruption of the volcano?')).toBe(false);
    expect(
      isLong(
        'Magma, lava and ash: how volcanoes erupt, what rocks they leave behind, and how gases and heat shape climate over centuries.',
      ),
    ).toBe(true);
  });
});
