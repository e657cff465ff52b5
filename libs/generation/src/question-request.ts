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

/** As even a share of each type as the count allows. */
export function quotasOf(types: readonly QuestionType[], count: number): Record<QuestionType, number> {
  const quotas = { short_answer: 0, cloze: 0, true_false: 0, multiple_choice: 0 };
  // where a type gets one more than another, it is what asks most of a learner
  const order = (['multiple_choice', 'short_answer', 'cloze', 'true_false'] as const).filter((type) => types.includes(type));
  for (let i = 0; i < count; i++) quotas[order[i % order.length] as QuestionType]++;
  return quotas;
}
