import fc from 'fast-check';
import { isCorrect } from '../grading';
import type { Question } from '../question';
import { acceptedAnswers } from './accepted-answers';

const short = (answer: string) => ({ type: 'short_answer', answer }) as Question;

describe('acceptedAnswers', () => {
  it.each([
    ['the Kiel Canal', ['the Kiel Canal', 'Kiel Canal', 'a Kiel Canal']],
    ['Umbrella', ['Umbrella', 'the Umbrella', 'an Umbrella']],
    ['co-operation.', ['co-operation.', 'the co-operation.', 'a co-operation.', 'co operation']],
    ['1869', ['1869', '1,869']],
    ['7,000,000', ['7,000,000', '7 000 000', '7000000', '7 million']],
    ['six', ['six', 'the six', 'a six', '6']],
    ['12', ['12', 'twelve']],
    ['27%', ['27%', '27', '27 %', '27 percent']],
    ['水', ['水', 'the 水', 'a 水']],
    ['***', ['***']],
  ])('of %p are %j', (answer, accepted) => expect(acceptedAnswers(answer)).toEqual(accepted));

  it('knows a sum of money without its sign, and in figures', () => {
    expect(acceptedAnswers('$2.2 billion')).toEqual(
      expect.arrayContaining(['$2.2 billion', '2.2 billion', '2200000000', '$2,200,000,000']),
    );
  });

  const answers = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('%', ' percent', ' million', '.5 thousand', ''))
      .map(([n, unit]) => n + unit),
  );

  it('holds nothing that grading would not take, the answer first, and no two that differ in case alone', () =>
    fc.assert(
      fc.property(answers, (answer) => {
        const [first, ...others] = acceptedAnswers(answer);
        expect(first).toBe(answer);
        for (const other of others) expect([other, isCorrect(short(answer), other)]).toEqual([other, true]);
        expect(new Set([answer, ...others].map((text) => text.toLowerCase())).size).toBe(others.length + 1);
        expect(others.length).toBeLessThan(30);
      }),
    ));
});
