import type { JsonSchema } from '@lectern/language-model';
import { BLOOM_LEVELS, DIFFICULTIES, type QuestionType } from '../question';

/** What a model answers with. */
export const questionSchema = (types: readonly QuestionType[]): JsonSchema => ({
  type: 'object',
  properties: {
    questions: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          type: { type: 'string', enum: types },
          passage: { type: 'integer', description: 'number of the passage' },
          quote: { type: 'string', description: 'the sentence of the passage that says the answer, copied letter by letter' },
          stem: { type: 'string' },
          options: { type: 'array', items: { type: 'string' }, description: 'four, in multiple choice alone' },
          answer: { type: 'string' },
          explanation: { type: 'string' },
          difficulty: { type: 'string', enum: DIFFICULTIES },
          bloom_level: { type: 'string', enum: BLOOM_LEVELS },
        },
        required: ['type', 'passage', 'quote', 'stem', 'answer', 'explanation', 'difficulty', 'bloom_level'],
      },
    },
  },
  required: ['questions'],
});

export const SECOND_LOOK_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    answers: {
      type: 'array',
      items: {
        type: 'object',
        properties: { question: { type: 'integer' }, answer: { type: 'string' } },
        required: ['question', 'answer'],
      },
    },
  },
  required: ['answers'],
};
