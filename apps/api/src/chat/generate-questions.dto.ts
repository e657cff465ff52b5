import { Transform } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';
import type { QuestionMode, QuestionRequest } from '@lectern/generation';
import { PlainText, WholeNumber } from '../http/fields';

export const LONGEST_TOPIC = 2000;
export const MOST_QUESTIONS = 100;
export const DEFAULT_QUESTIONS = 25;
const MODES: readonly QuestionMode[] = ['practice', 'quiz'];

/** The fields of the contract; null is the same as missing. */
export class GenerateQuestionsDto {
  @IsOptional()
  @PlainText(LONGEST_TOPIC)
  topic?: string | null;

  @IsOptional()
  @WholeNumber(1, MOST_QUESTIONS)
  count?: number | null;

  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @IsIn(MODES, { message: `mode must be one of ${MODES.join(', ')}` })
  mode?: QuestionMode | null;
}

/** One form for all requests that ask for the same: defaults filled in, white space made single, a blank topic none. */
export function canonicalRequest({ topic, count, mode }: GenerateQuestionsDto): QuestionRequest {
  const words = (topic ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return { topic: words === '' ? null : words, count: count ?? DEFAULT_QUESTIONS, mode: mode ?? 'practice' };
}
