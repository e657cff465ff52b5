import { cleanText } from '../clean-text';
import { addressesModel } from '../sentence-rules';
import { quoteOf, type QuestionCheck } from './question-check';

/** A sentence that gives orders to a model is no evidence, and nothing of it is shown. */
export const instructionsCheck: QuestionCheck = {
  name: 'instructions',
  passes: (candidate, passage) =>
    !addressesModel(cleanText(quoteOf(candidate, passage))) &&
    [candidate.stem, candidate.answer, ...(candidate.options ?? [])].every((text) => !addressesModel(text)),
};
