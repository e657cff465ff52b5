import { AppError } from '@lectern/platform';
import { NUMBER_WORDS, SCALES } from './number-words';
import { OPTION_LETTERS, type Question, type QuestionSource } from './question';
import { answerKey } from './words';

export interface GradedAnswer {
  question_id: string;
  correct: boolean;
  expected: string;
  explanation: string;
  sources: QuestionSource[];
}

export interface Grade {
  score: number;
  total: number;
  results: GradedAnswer[];
}

/**
 * Marks answers against a set; questions without an answer count as wrong.
 * @throws AppError `VALIDATION_FAILED` for an id that is not in the set
 */
export function gradeAnswers(questions: readonly Question[], answers: Readonly<Record<string, unknown>>): Grade {
  const known = new Set(questions.map((question) => question.id));
  for (const id of Object.keys(answers))
    if (!known.has(id)) throw new AppError('VALIDATION_FAILED', 'answers names a question that is not in this set.');
  const results = questions.map((question) => ({
    question_id: question.id,
    correct: Object.hasOwn(answers, question.id) && isCorrect(question, answers[question.id]),
    expected: question.answer,
    explanation: question.explanation,
    sources: question.sources,
  }));
  return { score: results.filter((result) => result.correct).length, total: results.length, results };
}

/** Forgives case, white space, punctuation and articles; an option may be named by its letter, a number written otherwise. */
export function isCorrect(question: Pick<Question, 'type' | 'answer' | 'options'>, given: unknown): boolean {
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') return false;
  const text = String(given).trim();
  if (text === '') return false;
  if (question.type === 'true_false') return truth(text) === question.answer;
  if (question.options) return optionMeant(question.options, text) === question.answer;
  return sameText(text, question.answer) || sameNumber(text, question.answer);
}

function truth(text: string): string {
  const word = answerKey(text);
  return /^(?:t|true|yes|y|right|correct)$/.test(word) ? 'true' : /^(?:f|false|no|n|wrong|incorrect)$/.test(word) ? 'false' : word;
}

/** The exact text comes first: an option may itself be a letter. */
function optionMeant(options: readonly string[], text: string): string | undefined {
  const exact = options.find((option) => option.trim().toLowerCase() === text.toLowerCase());
  if (exact !== undefined) return exact;
  const [, alone, before, rest] = /^\(?([A-D])[).:]*$|^\(?([A-D])[).:]+\s*(.+)$/isu.exec(text) ?? [];
  const letter = (alone ?? before)?.toUpperCase();
  if (letter === undefined) return options.find((option) => sameText(option, text)) ?? options.find((option) => sameNumber(option, text));
  const named = options[OPTION_LETTERS.findIndex((one) => one === letter)];
  return rest === undefined || (named !== undefined && sameText(named, rest)) ? named : undefined;
}

function sameText(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase() || (answerKey(a) !== '' && answerKey(a) === answerKey(b));
}

/** `7,000,000` is `7000000`, and 0.1 % off is a matter of rounding; years and other whole numbers are exact. */
function sameNumber(a: string, b: string): boolean {
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first === undefined || second === undefined) return false;
  return first === second || (!Number.isInteger(second) && Math.abs(first - second) <= 0.001 * Math.abs(second));
}

function numberOf(text: string): number | undefined {
  const bare = text
    .trim()
    .replace(/\s*(?:%|percent|per cent)$/iu, '')
    .replace(/^[$£€]\s*/u, '');
  const figure = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\s+(thousand|million|billion|trillion))?$/iu.exec(bare);
  if (figure) return Number((figure[1] as string).replaceAll(',', '')) * (SCALES[figure[2]?.toLowerCase() ?? ''] ?? 1);
  const word = NUMBER_WORDS.indexOf(bare.toLowerCase());
  return word < 0 ? undefined : word;
}
