import { gradeAnswers, isCorrect } from './grading';
import type { Question } from './question';

const base = {
  id: 'q1',
  stem: 's',
  explanation: 'e',
  difficulty: 'easy',
  bloom_level: 'remember',
  sources: [],
  verification: { grounded: true, agreed: true },
} as const;
const choice: Question = {
  ...base,
  sources: [],
  type: 'multiple_choice',
  options: ['Suez Canal', 'Kiel Canal', 'B', 'Corinth Canal'],
  answer: 'Kiel Canal',
};
const short = (answer: string): Question => ({ ...base, sources: [], type: 'short_answer', answer });

describe('isCorrect', () => {
  it.each(['Kiel Canal', ' kiel   canal ', 'the Kiel Canal.', '(B)', 'b)', 'B. Kiel Canal'])('takes %p for the second option', (given) =>
    expect(isCorrect(choice, given)).toBe(true),
  );
  it.each(['A', 'Suez Canal', 'D', '', null, undefined, {}, ['B'], 'A. Kiel Canal', 'E'])('does not take %p', (given) =>
    expect(isCorrect(choice, given)).toBe(false),
  );
  it('takes the text of an option before its letter', () => expect(isCorrect(choice, 'B')).toBe(false));
  it('takes letters in any case', () => expect(isCorrect({ ...choice, options: ['w', 'Kiel Canal', 'y', 'z'] }, 'b')).toBe(true));

  it.each([
    ['1869', 1869, true],
    ['1869', '1870', false],
    ['7,000,000', '7000000', true],
    ['27%', '27 percent', true],
    ['27%', '27', true],
    ['$2.2 billion', '2,200,000,000', true],
    ['6.04', '6.045', true],
    ['six', '6', true],
    ['Ferdinand de Lesseps', 'ferdinand DE lesseps', true],
    ['the Vistula', 'Vistula', true],
    ['because it was cold', 'Because it was cold!', true],
    ['Vistula', 'Oder', false],
  ])('of the answer %p, %p is %p', (answer, given, correct) => expect(isCorrect(short(answer), given)).toBe(correct));

  it.each([
    ['true', true],
    [true, true],
    ['T', true],
    ['false', false],
    [false, false],
    ['maybe', false],
  ])('of a true statement %p is %p', (given, correct) => expect(isCorrect({ ...short('true'), type: 'true_false' }, given)).toBe(correct));
});

describe('gradeAnswers', () => {
  const questions = [choice, { ...short('1869'), id: 'q2' }];

  it('counts what is right; what is not answered is wrong', () => {
    const grade = gradeAnswers(questions, { q2: '1869' });
    expect(grade).toMatchObject({
      score: 1,
      total: 2,
      results: [
        { question_id: 'q1', correct: false, expected: 'Kiel Canal' },
        { question_id: 'q2', correct: true },
      ],
    });
  });

  it('refuses an id that is not in the set', () => expect(() => gradeAnswers(questions, { q3: 'x' })).toThrow('not in this set'));
});
