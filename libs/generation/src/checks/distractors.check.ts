import { cleanText } from '../clean-text';
import { answerKey, containsWords } from '../words';
import { quoteOf, type QuestionCheck } from './question-check';

/** Four different options of one form, of which the quote holds the answer alone. */
export const distractorsCheck: QuestionCheck = {
  name: 'distractors',
  passes: (candidate, passage) => {
    const { type, options = [], answer } = candidate;
    if (type !== 'multiple_choice') return true;
    const wrong = options.filter((option) => option !== answer);
    const quote = cleanText(quoteOf(candidate, passage));
    return (
      new Set(options.map(answerKey)).size === 4 &&
      new Set(options.map(formOf)).size === 1 &&
      wrong.every((option) => !containsWords(quote, option)) &&
      !options.some((option) => /^(?:all|none|both|neither) (?:of|a|b)\b/i.test(option))
    );
  },
};

/** A figure is set against figures and words against words. */
const formOf = (option: string) => (/^[^\p{L}]*\p{N}[\p{N}\s.,%$£€-]*$/u.test(option) ? 'figure' : 'words');
