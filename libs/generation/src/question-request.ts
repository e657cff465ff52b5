import { AppError, type DocumentId } from '@lectern/platform';
import { QUESTION_TYPES, type Difficulty, type QuestionType } from './question';

export type QuestionMode = 'practice' | 'quiz';

/** What a learner asks for. */
export interface QuestionRequest {
  readonly topic: string | null;
  readonly count: number;
  readonly mode: QuestionMode;
  readonly types?: readonly QuestionType[];
  readonly difficulty?: Difficulty;
  readonly language?: string;
  readonly filename?: string;
  readonly documentIds?: readonly DocumentId[];
  /** With it the same library gives the same set. */
  readonly seed?: number;
}

/** The types of a set: a quiz is multiple choice alone. */
export function typesOf({ mode, types }: QuestionRequest): readonly QuestionType[] {
  if (mode === 'practice') return types ?? QUESTION_TYPES;
  if (types && !types.includes('multiple_choice'))
    throw new AppError('VALIDATION_FAILED', 'types must include multiple_choice in quiz mode, which has no other.');
  return ['multiple_choice'];
}

/** Of all types: a third to choose, a third to recall, a third to judge. */
const ROUND = ['multiple_choice', 'short_answer', 'true_false', 'multiple_choice', 'cloze', 'true_false'] as const;

/** How many of each type. */
export function quotasOf(types: readonly QuestionType[], count: number): Record<QuestionType, number> {
  const quotas = { short_answer: 0, cloze: 0, true_false: 0, multiple_choice: 0 };
  const round = types.length === QUESTION_TYPES.length ? ROUND : [...new Set(ROUND)].filter((type) => types.includes(type));
  for (let i = 0; i < count; i++) quotas[round[i % round.length] as QuestionType]++;
  return quotas;
}
