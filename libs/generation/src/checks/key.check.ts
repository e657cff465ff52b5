import type { QuestionCheck } from './question-check';

/** A second look at the evidence alone gave the same answer, where one was taken. */
export const keyCheck: QuestionCheck = {
  name: 'key',
  passes: ({ agreed }) => agreed !== false,
};
