import { BLANK, QUESTION_TYPES } from '../question';
import type { QuestionCandidate } from '../question-model';
import type { QuestionCheck } from './question-check';

/** The form of each type: one blank in a cloze, `true` or `false`, four options with the answer among them. */
export const schemaCheck: QuestionCheck = {
  name: 'schema',
  passes: (candidate) =>
    isText(candidate.stem, 400) && isText(candidate.answer, 300) && isText(candidate.explanation, 900) && hasForm(candidate),
};

function hasForm({ type, stem, options, answer }: QuestionCandidate): boolean {
  if (!QUESTION_TYPES.includes(type)) return false;
  if (type === 'multiple_choice')
    return options?.length === 4 && options.every((option) => isText(option, 200)) && options.includes(answer);
  if (options !== undefined) return false;
  if (type === 'true_false') return answer === 'true' || answer === 'false';
  return type !== 'cloze' || stem.split(BLANK).length === 2;
}

const isText = (text: unknown, longest: number) =>
  typeof text === 'string' && text.trim() === text && text.length > 0 && text.length <= longest && !/[\n\r]/.test(text);
