import type { DocumentId } from '@lectern/platform';

export const QUESTION_TYPES = ['short_answer', 'cloze', 'true_false', 'multiple_choice'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Of the revised taxonomy (Anderson and Krathwohl 2001) the levels that a question on a text can reach. */
export const BLOOM_LEVELS = ['remember', 'understand', 'apply', 'analyze'] as const;
export type BloomLevel = (typeof BLOOM_LEVELS)[number];

/** What stands for the missing words in the stem of a cloze. */
export const BLANK = '_____';

export const OPTION_LETTERS = ['A', 'B', 'C', 'D'] as const;

/** Where a question comes from: `quote` is exactly the slice `start..end` of the document's text. */
export interface QuestionSource {
  document_id: DocumentId;
  filename: string;
  page: number | null;
  page_end: number | null;
  start: number;
  end: number;
  quote: string;
}

/** A question as clients see it and as it is stored. */
export interface Question {
  id: string;
  type: QuestionType;
  stem: string;
  /** Four texts, in multiple choice alone. */
  options?: string[];
  /** The right option's text, `true` or `false`, or the words that are asked for. */
  answer: string;
  explanation: string;
  difficulty: Difficulty;
  bloom_level: BloomLevel;
  sources: QuestionSource[];
  verification: { grounded: boolean; agreed: boolean };
  /** Asked within the last 24 h, and back because nothing new was left. */
  repeated?: true;
}
