import fc from 'fast-check';
import { passagesOf } from '../question-model.contract';
import { readCandidate } from './read-candidate';

const evidence = passagesOf([
  'The Suez Canal was opened in 1869 after ten years of work.',
  'The Kiel Canal was opened in 1895 by an emperor.',
]);
const passages = evidence.map((passage, index) => ({ passage, index }));
const WRITTEN = {
  type: 'multiple_choice',
  passage: 1,
  quote: 'The Suez Canal was opened in 1869',
  stem: 'When was the Suez Canal opened?',
  options: ['1859', '1869', '1879', '1889'],
  answer: '1869',
  explanation: 'It was opened in that year.',
  difficulty: 'easy',
  bloom_level: 'remember',
};
const read = (changes: object) => readCandidate({ ...WRITTEN, ...changes }, passages);

describe('readCandidate', () => {
  it('finds the quote in the passage', () => {
    expect(read({})).toMatchObject({ passage: 0, quote: { start: 0, end: 33 }, answer: '1869', bloomLevel: 'remember' });
  });

  it('finds it in another passage where the number is wrong', () => {
    const { start } = evidence[1]!;
    expect(read({ quote: 'The Kiel Canal was opened in 1895' })).toMatchObject({ passage: 1, quote: { start, end: start + 33 } });
    for (const passage of [0, 99, -1, 'x', null]) expect(read({ passage })).toMatchObject({ passage: 0, quote: { start: 0, end: 33 } });
  });

  it('has no span for a quote that stands nowhere', () => {
    expect(read({ quote: 'The Suez Canal was opened in 1870' }).quote.start).toBe(-1);
  });

  it.each([
    [['A) 1859', 'B) 1869', 'C) 1879', 'D) 1889'], 'B'],
    [['A) 1859', 'B) 1869', 'C) 1879', 'D) 1889'], 'B) 1869'],
    [['A. 1859', 'B. 1869', 'C. 1879', 'D. 1889'], '1869'],
    [['1859', '1869', '1879', '1889'], '(b)'.toUpperCase()],
    [[1859, 1869, 1879, 1889], 1869],
  ])('takes letters off the options %j, and the answer %j for the option that it names', (options, answer) => {
    expect(read({ options, answer })).toMatchObject({ options: ['1859', '1869', '1879', '1889'], answer: '1869' });
  });

  it('makes one form of what means the same', () => {
    expect(read({ type: 'True/False'.replace('/', ' '), answer: true, options: [] })).toMatchObject({ type: 'true_false', answer: 'true' });
    expect(read({ type: 'cloze', stem: 'It was opened in ______.' }).stem).toBe('It was opened in _____.');
    expect(read({ type: 'essay', difficulty: 'fiendish', bloom_level: 'create' })).toMatchObject({
      type: 'multiple_choice',
      difficulty: 'medium',
      bloomLevel: 'remember',
    });
  });

  it('reads anything without an error', () => {
    const key = fc.constantFrom(...Object.keys(WRITTEN));
    fc.assert(fc.property(fc.dictionary(key, fc.jsonValue()), (changes) => expect(typeof read(changes).stem).toBe('string')));
  });
});
