import { cleanText } from '../clean-text';
import { OPTION_LETTERS, type Question } from '../question';
import type { QuestionFormat } from './question-format';

const HEAD = [
  'number',
  'type',
  'stem',
  'option_a',
  'option_b',
  'option_c',
  'option_d',
  'answer',
  'explanation',
  'difficulty',
  'bloom_level',
  'source',
  'page',
  'quote',
];

/** RFC 4180, with a header line. */
export const csvFormat: QuestionFormat = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  write: ({ questions }) => [HEAD, ...questions.map(row)].map((cells) => `${cells.map(cell).join(',')}\r\n`).join(''),
};

function row(question: Question, index: number): string[] {
  const [source] = question.sources;
  const options = OPTION_LETTERS.map((_, i) => question.options?.[i] ?? '');
  const { type, stem, answer, explanation, difficulty, bloom_level } = question;
  return [
    String(index + 1),
    type,
    stem,
    ...options,
    answer,
    explanation,
    difficulty,
    bloom_level,
    source?.filename ?? '',
    source?.page?.toString() ?? '',
    source?.quote ?? '',
  ];
}

/** Spreadsheets run a cell that begins like a formula (OWASP: CSV injection): an apostrophe keeps it text. */
function cell(value: string): string {
  const text = cleanText(value);
  const harmless = /^[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
