import type { DocumentId } from '@lectern/platform';
import type { Question } from '../question';
import { AskedQuestions } from './asked-questions';

const DOCUMENT = 'one' as DocumentId;
const question = (changes: Partial<Question>, start = 0): Question => ({
  id: 'x',
  type: 'short_answer',
  stem: 'In which year was the Suez Canal opened?',
  answer: '1869',
  explanation: '',
  difficulty: 'easy',
  bloom_level: 'remember',
  sources: [{ document_id: DOCUMENT, filename: 'a', page: null, page_end: null, start, end: start + 60, quote: '' }],
  verification: { grounded: true, agreed: true },
  ...changes,
});
const asked = new AskedQuestions([
  question({}),
  question({ type: 'true_false', stem: 'The Kiel Canal was opened in 1895 by an emperor.', answer: 'true' }, 500),
]);
const at = (changes: Partial<Question>, start: number, documentId: string = DOCUMENT) =>
  asked.lastAsked(question(changes), { documentId, start, end: start + 40 });

describe('AskedQuestions', () => {
  it('know the same answer to the same words of the document, however they are asked for and cut', () => {
    expect(at({ stem: 'The canal near Suez dates from _____.', type: 'cloze' }, 20)).toBe(0);
    expect(at({ type: 'multiple_choice', options: ['1869', '1870', '1871', '1872'] }, -30)).toBe(0);
  });

  it('know a question that is asked of another place in nearly the same words', () => {
    expect(at({ stem: 'In what year was the Suez Canal opened?' }, 9000)).toBe(0);
    expect(at({ stem: 'In what year was the Suez Canal opened?' }, 0, 'another')).toBe(0);
  });

  it('know a question in other words by what it means, if its answer is the same', () => {
    const [one, near] = [new Float32Array([1, 0]), new Float32Array([0.8, 0.6])];
    const before = new AskedQuestions([question({})], [one]);
    const when = (answer: string, meaning?: Float32Array) =>
      before.lastAsked(
        { type: 'short_answer', stem: 'Ships first passed near Port Said when?', answer, ...(meaning && { meaning }) },
        { documentId: 'another', start: 0, end: 9 },
      );
    expect([when('1869', near), when('1914', near), when('1869')]).toEqual([0, -1, -1]);
  });

  it('know a statement on a sentence that was stated before, true or false', () => {
    expect(at({ type: 'true_false', stem: 'The Kiel Canal was opened in 1905 by an emperor.', answer: 'false' }, 490)).toBe(1);
  });

  it('do not know what asks for something else', () => {
    expect(at({ answer: 'Ferdinand de Lesseps' }, 0)).toBe(-1);
    expect(at({ stem: 'When did Mendeleev publish his periodic table?' }, 9000)).toBe(-1);
    expect(at({ type: 'true_false', stem: 'The Suez Canal was opened in 1869.', answer: 'true' }, 0)).toBe(-1);
  });

  it('know when it was last', () => {
    expect(
      new AskedQuestions([question({}), question({}), question({ answer: 'x' })]).lastAsked(question({}), {
        documentId: DOCUMENT,
        start: 0,
        end: 9,
      }),
    ).toBe(1);
    expect(new AskedQuestions([]).lastAsked(question({}), { documentId: DOCUMENT, start: 0, end: 9 })).toBe(-1);
  });
});
