import { coverageOf, coverageTerms } from './coverage';

/** As if every word of the query stood in one of ten passages, or only those that are known. */
const coverage = (query: string, known?: string) => {
  const terms = coverageTerms(query);
  const inLibrary = known === undefined ? terms : coverageTerms(known);
  const frequencies = Array.from(terms, (term) => (inLibrary.includes(term) ? 1 : 0));
  return coverageOf(query, { passages: 10, frequencies, hits: [] } as unknown as Parameters<typeof coverageOf>[1]);
};

describe('coverage', () => {
  it('is the share of the words of a query that a text holds, in any form of theirs', () => {
    const covered = coverage('engines of steam');
    expect(covered('The steam engine was built by Watt.')).toBe(1);
    expect(covered('The engine was built by Watt.')).toBeCloseTo(0.5);
    expect(covered('The canal was built by Lesseps.')).toBe(0);
  });

  it('counts who does something and what is done as two words of one stem', () => {
    const covered = coverage('compilers');
    expect(covered('A compiler translates a program.')).toBe(1);
    expect(covered('The recordings were compiled by a studio.')).toBeLessThan(0.6);
    expect(coverage('compiled programs')('Programs are compiled.')).toBe(1);
  });

  it.each([
    'Warsaw for my exam',
    'Warsaw 2026',
    'Warsaw chapter 12 overview',
    'Fragen zu Warsaw für die Klausur',
    'preguntas de examen de Warsaw',
  ])('passes over numbers and words of the request that the library does not know: %s', (topic) =>
    expect(coverage(topic, 'Warsaw')('Warsaw is the capital of Poland.')).toBe(1),
  );

  it('counts them where the library speaks of them, and other unknown words always', () => {
    const text = 'Warsaw is the capital of Poland.';
    expect(coverage('Warsaw exam', 'Warsaw exam')(text)).toBeCloseTo(0.5);
    expect(coverage('Warsaw cuisine', 'Warsaw')(text)).toBeLessThan(0.5);
    expect(coverage('exam 2026', 'Warsaw')(text)).toBe(0);
  });
});
