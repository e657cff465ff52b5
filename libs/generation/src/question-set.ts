import type { QuestionMode } from './question-request';
import type { Question } from './question';

/** A set as it is kept. */
export interface QuestionSet {
  readonly id: string;
  readonly mode: QuestionMode;
  readonly topic: string | null;
  readonly requested: number;
  readonly delivered: number;
  readonly shortfall_reason: string | null;
  readonly questions: readonly Question[];
  readonly degraded: readonly string[];
  readonly created_at: string;
  readonly graded: boolean;
}

/** A question of a quiz that is not graded yet: without what would answer it. */
export type ShownQuestion = Omit<Question, 'answer' | 'explanation' | 'verification'> &
  Partial<Pick<Question, 'answer' | 'explanation' | 'verification'>>;

export type ShownQuestionSet = Omit<QuestionSet, 'questions' | 'graded'> & { readonly questions: readonly ShownQuestion[] };

/** A set as its tenant may see it. */
export function shownSet({ graded, questions, ...set }: QuestionSet): ShownQuestionSet {
  return { ...set, questions: graded ? questions : questions.map((question) => shownQuestion(question, set.mode)) };
}

/** A question of a set that is not graded yet. */
export const shownQuestion = (question: Question, mode: QuestionMode): ShownQuestion => (mode === 'quiz' ? withheld(question) : question);

function withheld({
  answer: _answer,
  explanation: _explanation,
  verification: _verification,
  sources,
  ...question
}: Question): ShownQuestion {
  return { ...question, sources };
}
