import { cleanText } from '../clean-text';
import { BLANK } from '../question';
import type { QuestionCandidate } from '../question-model';
import { wordsOf } from '../words';
import { quoteOf, type QuestionCheck } from './question-check';

/** The quote lies in the passage, and its words support the answer (and, of a statement, tell whether it is true). */
export const groundedCheck: QuestionCheck = {
  name: 'grounded',
  passes: (candidate, passage) => {
    const { start, end } = candidate.quote;
    if (!(
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      passage.start <= start &&
      start < end &&
      end <= passage.start + passage.text.length
    ))
      return false;
    return isSupported(candidate, new Set(wordsOf(cleanText(quoteOf(candidate, passage)))));
  },
};

function isSupported({ type, stem, answer }: QuestionCandidate, quote: ReadonlySet<string>): boolean {
  const share = (text: string) => {
    const words = wordsOf(text);
    return words.length === 0 ? 0 : words.filter((word) => quote.has(word)).length / words.length;
  };
  if (type !== 'true_false')
    return share(answer) >= (wordsOf(answer).length <= 3 ? 1 : 0.6) && (type !== 'cloze' || share(stem.replace(BLANK, ' ')) >= 0.6);
  // a false statement speaks of the same thing, and is not simply what the quote says
  return answer === 'true' ? share(stem) >= 0.6 : share(stem) >= 0.5 && share(stem) < 1;
}
