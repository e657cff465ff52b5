import { WIDEST_ROUND } from './evidence';
import type { EvidencePassage, QuestionModel } from './question-model';

/**
 * Which rounds of evidence a model is asked over before a set stays short, or the next is asked. A large model takes seconds each
 * time, and its time grows with what it reads; rules read from the widest round as much as they need.
 */
const ROUNDS = { rules: [WIDEST_ROUND], model: [0, 1] } as const;

/**
 * How long after its beginning a set has time for another round of a model, or for another model behind one that answered: each
 * takes as long again, and what is missing can come from below at once.
 */
const ANOTHER_ROUND_WITHIN_MS = 3_000;

/** A model's place in the ladder while one set is made, and how far it has come. */
export class Rung {
  /** It would have gone on, had there been more time. */
  isPutOff = false;
  /** It was asked, and nothing of what it said could be taken. */
  isUseless = false;
  private asked = 0;
  private readonly seen = new Set<string>();

  /** @param position 0 the first that is asked */
  constructor(
    readonly model: QuestionModel,
    readonly position: number,
    readonly isLast: boolean,
  ) {}

  /**
   * The round of evidence to ask it over next; none where it had all, or where it may wait for those below it. What waited once does
   * not wait again.
   *
   * @param startedAt of the set, as `performance.now()` gives it
   * @param answered whether a model before it did: then it comes for more, and stands in for nobody
   */
  nextRound(startedAt: number, answered: boolean): number | undefined {
    const round = this.isUseless ? undefined : ROUNDS[this.model.kind][this.asked];
    if (round === undefined) return undefined;
    const forMore = this.model.kind === 'model' && (answered || this.asked > 0);
    if (forMore && !this.isLast && !this.isPutOff && performance.now() - startedAt > ANOTHER_ROUND_WITHIN_MS) {
      this.isPutOff = true;
      return undefined;
    }
    this.asked++;
    return round;
  }

  /** Of what was found what it has not seen; a model may be asked about the same again. */
  unseen(found: readonly EvidencePassage[]): readonly EvidencePassage[] {
    const fresh = found.filter(({ documentId, start }) => !this.seen.has(`${documentId}:${start}`));
    for (const { documentId, start } of fresh) this.seen.add(`${documentId}:${start}`);
    return fresh.length === 0 && this.model.kind === 'model' ? found : fresh;
  }

  /** A round brought nothing: rules look on in other evidence, a model whose first it was is not asked for more of it. */
  broughtNothing(): void {
    if (this.model.kind === 'model' && this.asked === 1) this.isUseless = true;
  }
}
