import type { QuestionCandidate } from '../question-model';
import { containsWords, wordsOf } from '../words';

/** A name, a date, a figure with its unit. */
const MOST_ANSWER_WORDS = 4;
/** Of the longer words of a stem. */
const OWN_WORDS = 0.6;
const SHORTEST_WORD = 4;

/**
 * Whether a question only asks to find its own words again: a short answer that stands in the quote as it is, beside most words of
 * the stem. Whoever has read the sentence remembers it (the first level of Anderson and Krathwohl 2001); nothing is connected,
 * inferred or applied, whatever the model says.
 */
export function isLookUp({ type, stem, answer }: Pick<QuestionCandidate, 'type' | 'stem' | 'answer'>, quote: string): boolean {
  if (type === 'true_false' || wordsOf(answer).length > MOST_ANSWER_WORDS || !containsWords(quote, answer)) return false;
  const said = new Set(wordsOf(quote));
  const words = wordsOf(stem).filter((word) => word.length >= SHORTEST_WORD);
  return words.length > 0 && words.filter((word) => said.has(word)).length >= OWN_WORDS * words.length;
}
