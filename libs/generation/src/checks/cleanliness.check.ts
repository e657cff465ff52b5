import { BLANK } from '../question';
import { CODE, FORMULA } from '../verbatim';
import { isDangling, isReference } from '../sentence-rules';
import type { QuestionCheck } from './question-check';

/** A complete sentence that stands alone: no markup, no figure reference, no word whose meaning stands elsewhere. */
export const cleanlinessCheck: QuestionCheck = {
  name: 'cleanliness',
  passes: ({ type, stem, answer, options }) => {
    if (type === 'short_answer' && !/[?？؟.:。]$/u.test(stem)) return false;
    const statement = type === 'cloze' || type === 'true_false' || stem.includes(BLANK);
    if (statement && isDangling(stem)) return false;
    return (
      !isReference(stem) &&
      hasPairedQuotes(stem) &&
      [stem, answer, ...(options ?? [])]
        .map((text) => text.replace(FORMULA, 'x').replace(CODE, 'x'))
        .every((text) => !/[<>{}\\\ufffd]|\[\d+\]|https?:|&[a-z]+;|\s{2}/iu.test(text))
    );
  },
};

const hasPairedQuotes = (text: string) =>
  (text.match(/"/gu)?.length ?? 0) % 2 === 0 &&
  (text.match(/“/gu)?.length ?? 0) >= (text.match(/”/gu)?.length ?? 0) &&
  !/“[^”]*$/u.test(text);
