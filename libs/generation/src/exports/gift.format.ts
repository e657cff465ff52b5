import { cleanText } from '../clean-text';
import { BLANK, type Question } from '../question';
import { acceptedAnswers } from './accepted-answers';
import type { QuestionFormat } from './question-format';

/** Moodle's GIFT (docs.moodle.org/en/GIFT_format); texts are marked `[html]`-free plain by `[plain]`. */
export const giftFormat: QuestionFormat = {
  name: 'gift',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'gift.txt',
  write: ({ questions }) => questions.map((question, i) => `::Q${i + 1}::[plain]${stemAndAnswers(question)}\n`).join('\n'),
};

function stemAndAnswers(question: Question): string {
  const feedback = `####${escapeGift(question.explanation)}`;
  switch (question.type) {
    case 'true_false':
      return `${escapeGift(question.stem)} {${question.answer === 'true' ? 'TRUE' : 'FALSE'}${feedback}}`;
    case 'multiple_choice':
      return `${escapeGift(question.stem)} {\n${(question.options ?? []).map((option) => `${option === question.answer ? '=' : '~'}${escapeGift(option)}\n`).join('')}${feedback}\n}`;
    case 'cloze': {
      const [before = '', after = ''] = question.stem.split(BLANK);
      return `${escapeGift(before)} {${answersOf(question)}${feedback}} ${escapeGift(after)}`;
    }
    case 'short_answer':
      return `${escapeGift(question.stem)} {${answersOf(question)}${feedback}}`;
  }
}

/** What grading takes; an asterisk stands for any text, but for one behind a backslash. */
function answersOf({ answer }: Question): string {
  return acceptedAnswers(cleanText(answer))
    .map((accepted) => `=${escapeGift(accepted.replaceAll('*', '\\*'))}`)
    .join(' ');
}

/** Its special characters are `~ = # { } :` and the backslash itself; a comment or a category starts at a line start only. */
function escapeGift(text: string): string {
  return cleanText(text).replace(/[~=#{}:\\]/gu, '\\$&');
}
