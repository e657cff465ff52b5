import { cleanText } from '../clean-text';
import { BLANK, OPTION_LETTERS, type Question, type QuestionSource } from '../question';
import { acceptedAnswers } from './accepted-answers';

/** A question as programs are told it: each text clean and on one line, the key as a letter. */
export interface PlainQuestion extends Pick<Question, 'id' | 'type' | 'stem' | 'answer' | 'explanation' | 'difficulty' | 'bloom_level'> {
  readonly options: readonly { readonly letter: string; readonly text: string; readonly right: boolean }[];
  /** What grading takes for right; of a question with options nothing. */
  readonly accepted: readonly string[];
  /** The file and the page, of each source. */
  readonly sources: readonly string[];
}

export function plainQuestion(question: Question): PlainQuestion {
  const { id, type, difficulty, bloom_level, options = [] } = question;
  const answer = plainText(question.answer);
  // by place and not by text: what differs in what was cleaned away may look the same now
  const key = options.indexOf(question.answer);
  return {
    id,
    type,
    difficulty,
    bloom_level,
    stem: plainText(question.stem),
    answer,
    explanation: plainText(question.explanation),
    options: options.map((option, i) => ({ letter: OPTION_LETTERS[i] as string, text: plainText(option), right: i === key })),
    accepted: type === 'short_answer' || type === 'cloze' ? acceptedAnswers(answer) : [],
    sources: [...new Set(question.sources.map(citation))],
  };
}

/** `cleanText`, and no half of a pair and no U+FFFF, which XML and UTF-8 cannot hold. */
export function plainText(text: string): string {
  return cleanText(text).toWellFormed().replaceAll('\uffff', '\ufffd');
}

/** What stands before and after the blank of a cloze; nothing where there is no blank. */
export function aroundBlank(stem: string): readonly [before: string, after: string] | undefined {
  const start = stem.indexOf(BLANK);
  return start < 0 ? undefined : [stem.slice(0, start), stem.slice(start + BLANK.length)];
}

/** A short name for lists: the number, and how the question begins. */
export function nameOf({ stem }: PlainQuestion, index: number): string {
  const points = [...stem];
  return `${index + 1}. ${points.length > MOST_NAME_POINTS ? `${points.slice(0, MOST_NAME_POINTS - 1).join('')}…` : stem}`;
}

/** Lists show one line; Moodle keeps 255 characters of a name. */
const MOST_NAME_POINTS = 80;

function citation({ filename, page }: QuestionSource): string {
  return page === null ? plainText(filename) : `${plainText(filename)}, p. ${page}`;
}
