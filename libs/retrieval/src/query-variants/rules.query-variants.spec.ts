import { clausesOf } from './rules.query-variants';

describe('clausesOf', () => {
  it('takes a query apart into its sentences and clauses, longest first', () => {
    expect(clausesOf('What is molten rock? How do green plants make sugar from light?')).toEqual([
      'How do green plants make sugar from light?',
      'What is molten rock?',
    ]);
  });

  it.each(['What is molten rock?', 'magma', 'Is it so, or not?', '', '?;,'])('finds none in %j', (query) =>
    expect(clausesOf(query)).toEqual([]),
  );

  it('gives a few of a long text', () => {
    expect(
      clausesOf('Rocks melt deep below. '.repeat(5) + 'Seas cover old rocks. Plants grow on ash fields. Birds nest in warm sand.'),
    ).toHaveLength(3);
  });
});
