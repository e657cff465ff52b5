import { cleanText } from './clean-text';
import { FORMULA } from './verbatim';
import { OPTION_LETTERS, type Question, type QuestionSource } from './question';
import type { QuestionMode } from './question-request';

export interface ShownSet {
  readonly mode: QuestionMode;
  readonly requested: number;
  readonly questions: readonly Question[];
  readonly shortfall_reason: string | null;
}

/** The end of a line that Markdown keeps, and plain text does not show. */
const BREAK = '  \n';

/** A set as Markdown that reads well as plain text: `response` of the chat contract. */
export function markdownOf(set: ShownSet, answerKey: 'shown' | 'hidden'): string {
  const quiz = set.mode === 'quiz';
  const blocks = set.questions.map((question, i) =>
    (quiz ? [...asked(question, i)] : [...asked(question, i), ...answered(question)]).join(BREAK),
  );
  const { length } = set.questions;
  if (length < set.requested)
    blocks.push(`Delivered ${length} of ${set.requested} questions. ${escapeMarkdown(set.shortfall_reason ?? '')}`.trim());
  if (quiz && answerKey === 'shown')
    blocks.push('## Answer key', set.questions.map((question, i) => `${i + 1}. ${letterOf(question)}`).join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function asked(question: Question, index: number): string[] {
  const stem = question.type === 'true_false' ? `True or false: ${escapeMarkdown(question.stem)}` : escapeMarkdown(question.stem);
  return [`${index + 1}. ${stem}`, ...(question.options ?? []).map((option, i) => `   ${OPTION_LETTERS[i]}) ${escapeMarkdown(option)}`)];
}

function answered(question: Question): string[] {
  const letter = question.options ? `${letterOf(question)}) ` : '';
  return [
    `   Answer: ${letter}${escapeMarkdown(question.answer)}`,
    `   Explanation: ${escapeMarkdown(question.explanation)}`,
    `   Source: ${question.sources.map(shownSource).join('; ')}`,
  ];
}

const letterOf = ({ options = [], answer }: Question) => OPTION_LETTERS[options.indexOf(answer)];

export function shownSource({ filename, page }: QuestionSource): string {
  const name = escapeMarkdown(filename);
  return page === null ? name : `${name}, p. ${page}`;
}

/** Document text as itself: one line, no HTML, no Markdown of its own; words and figures stay readable, formulas as they are. */
export function escapeMarkdown(text: string): string {
  const plain = cleanText(text)
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replace(/</gu, '&lt;');
  const [parts, formulas] = [plain.split(FORMULA), plain.match(FORMULA) ?? []];
  return parts.map((part, i) => escapeMarks(part) + (formulas[i] ?? '')).join('');
}

function escapeMarks(text: string): string {
  return (
    text
      .replace(/\\(?=[\p{P}\p{S}])/gu, '\\\\')
      .replace(/[*`[\]]|~(?=~)/gu, '\\$&')
      // an underscore inside a word or in a blank is no emphasis
      .replace(/(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}\p{P}])_(?![\p{L}\p{N}_])(?<!__)/gu, '\\_')
  );
}
