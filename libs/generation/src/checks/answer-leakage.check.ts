import { answerKey, containsWords } from '../words';
import type { QuestionCheck } from './question-check';

/** The stem does not hold the answer, nor its plural or singular. */
export const answerLeakageCheck: QuestionCheck = {
  name: 'answer_leakage',
  passes: ({ type, stem, answer }) =>
    type === 'true_false' || (!containsWords(stem, answerKey(answer)) && !containsWords(inSingular(stem), inSingular(answerKey(answer)))),
};

const inSingular = (text: string) =>
  text
    .toLowerCase()
    .replace(/(?<=[a-z]{3})(?:es|s)\b/g, '')
    .replace(/e\b/g, '');
