import { markdownOf } from '../markdown';
import type { QuestionFormat } from './question-format';

export const markdownFormat: QuestionFormat = {
  name: 'markdown',
  mediaType: 'text/markdown; charset=utf-8',
  extension: 'md',
  write: (set) => markdownOf(set, 'shown'),
};
