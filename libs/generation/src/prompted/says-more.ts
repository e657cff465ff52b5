import { isEnglish } from '../language';
import { NUMBER_WORDS } from '../number-words';
import type { QuestionCandidate } from '../question-model';
import { wordsOf } from '../words';

/**
 * Whether a statement that is said to be true names a figure, or in English a name, that its passage does not hold: then the key is
 * wrong, or nothing that the passage tells.
 */
export function saysMore({ type, answer, stem }: QuestionCandidate, passage: string): boolean {
  if (type !== 'true_false' || answer !== 'true') return false;
  const held = new Set(wordsOf(passage));
  const figures = (stem.match(/\p{N}+/gu) ?? []).filter((figure) => !held.has(figure) && !held.has(NUMBER_WORDS[Number(figure)] ?? figure));
  const names = isEnglish(passage) ? (stem.match(/(?<=[\p{Ll},;]\s)\p{Lu}\p{L}+/gu) ?? []) : [];
  return figures.length > 0 || names.some((name) => !held.has(name.toLowerCase()));
}
