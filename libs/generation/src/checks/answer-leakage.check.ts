import { answerKey, containsWords } from '../words';
import type { QuestionCheck } from './question-check';

/** The stem does not hold the answer. */
export const answerLeakageCheck: QuestionCheck = {
  name: 'answer_leakage',
  passes: ({ type, stem, answer }) => type === 'true_false' || !containsWords(stem, answerKey(answer)),
};
