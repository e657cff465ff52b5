import { aroundBlank, plainQuestion, type PlainQuestion } from './plain-question';
import type { QuestionFormat } from './question-format';

/** Moodle's GIFT (docs.moodle.org/en/GIFT_format), as its importer reads it (`question/format/gift/format.php`). */
export const giftFormat: QuestionFormat = {
  name: 'gift',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'gift.txt',
  write: ({ questions }) => questions.map((question, i) => `::Q${i + 1}::[plain]${stemAndAnswers(plainQuestion(question))}\n`).join('\n'),
};

function stemAndAnswers(question: PlainQuestion): string {
  const { type, stem, answer, options, explanation } = question;
  const feedback = `####${plain(explanation)}`;
  switch (type) {
    case 'true_false':
      return `${escaped(stem)} {${answer === 'true' ? 'TRUE' : 'FALSE'}${feedback}}`;
    case 'multiple_choice':
      return `${escaped(stem)} {\n${options.map(({ text, right }) => `${right ? '=' : '~'}${right ? plain(text) : weighed(text, 0)}\n`).join('')}${feedback}\n}`;
    case 'cloze': {
      const [before, after] = aroundBlank(stem) ?? [stem, ''];
      return `${escaped(before)} {${answersOf(question)}${feedback}} ${escaped(after)}`.trim();
    }
    case 'short_answer':
      return `${escaped(stem)} {${answersOf(question)}${feedback}}`;
  }
}

/**
 * What grading takes; an asterisk stands for any text, but for one behind a backslash. An arrow beside an equals sign makes pairs to
 * match of all answers: such an answer stands alone, without the sign.
 */
function answersOf({ answer, accepted }: PlainQuestion): string {
  const written = (text: string) => weighed(text.replaceAll('*', '\\*'), 100);
  return accepted.some((text) => text.includes('->')) ? written(answer) : accepted.map((text) => `=${written(text)}`).join(' ');
}

/** What begins like a weight is read as one, unless one stands before it. */
const weighed = (text: string, percent: number): string => (/^%-*\d{1,2}\.?\d*%/u.test(text) ? `%${percent}%` : '') + plain(text);

/** What begins like the name of a format is read as one, unless one stands before it. */
const plain = (text: string): string => (text.startsWith('[') ? '[plain]' : '') + escaped(text);

/** Its special characters are `~ = # { } :` and the backslash itself; a comment or a category starts at a line start only. */
const escaped = (text: string): string => text.replace(/[~=#{}:\\]/gu, '\\$&');
