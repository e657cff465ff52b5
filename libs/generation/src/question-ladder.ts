import type { QuestionModel } from './question-model';

/** The models that questions come from: each is asked for what the ones before it could not give. */
export abstract class QuestionLadder {
  /** The first is asked first. */
  abstract readonly rungs: readonly QuestionModel[];
}
