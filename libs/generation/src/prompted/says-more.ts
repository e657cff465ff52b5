import { isEnglish } from '../language';
import { NUMBER_WORDS } from '../number-words';
import type { QuestionCandidate } from '../question-model';
import { wordsOf } from '../words';

/**
 * Whether a statement that is said to be true names a figure, or in English a name, that its passage does not hold: then the key is
 * wrong, or nothing that the passage tells.
 */
export function saysMore({ type, answer, stem }: Pick<QuestionCandidate, 'type' | 'answer' | 'stem'>, passage: string): boolean {
  if (type !== 'true_false' || answer !== 'true') return false;
  const [words, figures] = [new Set(wordsOf(passage)), new Set(figuresOf(passage))];
  if (figuresOf(stem).some((figure) => !figures.has(figure) && !words.has(NUMBER_WORDS[Number(figure)] ?? figure))) return true;
  const names = isEnglish(passage) ? (stem.match(/(?<=[\p{Ll},;]\s)\p{Lu}\p{L}+/gu) ?? []) : [];
  return names.some((name) => !words.has(name.toLowerCase()));
}

/** `1,000` is 1000, and `19th` is 19. */
const figuresOf = (text: string): string[] => text.replace(/(?<=\p{N})[,.\s](?=\p{N}{3}(?!\p{N}))/gu, '').match(/\p{N}+/gu) ?? [];
