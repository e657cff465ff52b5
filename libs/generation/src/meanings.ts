import { Injectable } from '@nestjs/common';
import { EmbeddingProvider } from '@lectern/embedding';
import { Logger } from '@lectern/platform';
import { BLANK, type Question } from './question';

type Asked = Pick<Question, 'type' | 'stem' | 'answer'>;

/** Nobody waits longer for it: words alone tell most of what is the same. */
const PATIENCE_MS = 1_000;
const MOST_AT_ONCE = 128;

/**
 * What questions mean, as vectors: two that ask the same in other words lie close. Without a model of meaning (vectors of words tell
 * no more than the words), where it cannot be reached or is slow, nothing is known.
 */
@Injectable()
export class Meanings {
  constructor(
    private readonly embedding: EmbeddingProvider,
    private readonly logger: Logger,
  ) {}

  /**
   * Of more than 128 the last ones alone are looked at.
   * @returns one unit vector for each question, in order; undefined, or nothing at all, where nothing is known
   */
  async of(questions: readonly Asked[], signal: AbortSignal): Promise<readonly (Float32Array | undefined)[]> {
    const texts = questions.slice(-MOST_AT_ONCE).map(sayOf);
    if (texts.length === 0 || this.embedding.signature.provider === 'lexical' || !this.embedding.reads(texts.join(' '))) return [];
    const late = AbortSignal.timeout(PATIENCE_MS);
    try {
      const vectors = await this.embedding.embedPassages(texts, AbortSignal.any([signal, late]));
      return [...Array<undefined>(questions.length - texts.length), ...vectors];
    } catch (error) {
      signal.throwIfAborted();
      this.logger.debug({ error }, 'What questions mean is not known');
      return [];
    }
  }
}

/** The question with its answer, as one text. */
const sayOf = ({ type, stem, answer }: Asked) =>
  stem.includes(BLANK) ? stem.replace(BLANK, () => answer) : type === 'true_false' ? stem : `${stem} ${answer}`;

/** Measured with all-MiniLM-L6-v2: paraphrases of one question lie at .65 to .95, other questions with the same answer at .17 to .75. */
const SAME_ANSWER_AND_MEANING = 0.78;
/** Other questions of the same form with another answer lie at .60 to .82. */
const SAME_MEANING = 0.92;

/** Whether two questions mean the same, as far as their vectors tell; false where they tell nothing. */
export function meanTheSame(a: Float32Array | undefined, b: Float32Array | undefined, sameAnswer: boolean): boolean {
  if (!a || !b || a.length !== b.length) return false;
  let product = 0;
  for (let i = 0; i < a.length; i++) product += a[i]! * b[i]!;
  return product > (sameAnswer ? SAME_ANSWER_AND_MEANING : SAME_MEANING);
}
