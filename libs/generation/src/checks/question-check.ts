import type { EvidencePassage, QuestionCandidate } from '../question-model';

/** A look at one candidate of any model, with nothing but the passage that it names. */
export interface QuestionCheck {
  /** As rejections are counted by. */
  readonly name: CheckName;
  passes(candidate: QuestionCandidate, passage: EvidencePassage): boolean;
}

export type CheckName =
  'schema' | 'instructions' | 'grounded' | 'key' | 'answer_leakage' | 'distractors' | 'cleanliness' | 'language' | 'distinct';

/** The words that a candidate rests on, as they stand in the document. */
export function quoteOf({ quote }: QuestionCandidate, passage: EvidencePassage): string {
  return passage.text.slice(quote.start - passage.start, quote.end - passage.start);
}
