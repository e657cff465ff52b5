import { coverageOf, coverageTerms } from './coverage';

/** As if every word of the query stood in one of ten passages. */
const coverage = (query: string) => {
  const terms = coverageTerms(query);
  return coverageOf(query, { passages: 10, frequencies: Array.from(terms, () => 1), hits: [] } as unknown as Parameters<
    typeof coverageOf
  >[1]);
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
});
