import { QUESTION_TYPES, type QuestionType } from '../question';
import type { EvidencePassage, QuestionPlan } from '../question-model';

export interface BatchPassage {
  readonly passage: EvidencePassage;
  /** Its position in the evidence. */
  readonly index: number;
}

/** What one request to a model asks for. */
export interface Batch {
  readonly counts: Readonly<Partial<Record<QuestionType, number>>>;
  readonly passages: readonly BatchPassage[];
}

/** Few enough for an answer within seconds; all batches are asked for at once. */
const QUESTIONS_A_BATCH = 5;
/** Questions that are asked for beyond the plan: some fail a check. */
const SPARE = 1.4;
/** What a passage has in it: a question for so many letters. */
const LETTERS_A_QUESTION = 80;
const MOST_PASSAGES_A_BATCH = 8;
const FEWEST_LETTERS = 60;

/** Cuts a plan into batches, each over passages of its own, so that no two ask about the same. */
export function batchesOf({ counts: all, missing: counts = all }: QuestionPlan, evidence: readonly EvidencePassage[]): Batch[] {
  const usable = evidence
    .map((passage, index) => ({ passage, index }))
    .filter(({ passage }) => passage.text.trim().length >= FEWEST_LETTERS);
  const room = usable.reduce((sum, { passage }) => sum + Math.max(1, Math.round(passage.text.length / LETTERS_A_QUESTION)), 0);
  const planned = QUESTION_TYPES.flatMap((type) => Array<QuestionType>(Math.ceil(SPARE * (counts[type] ?? 0))).fill(type));
  const asked = spread(planned).slice(0, room);
  const batches = Math.min(Math.ceil(asked.length / QUESTIONS_A_BATCH), usable.length);
  return Array.from({ length: batches }, (_, batch) => {
    const own = asked.filter((_, i) => i % batches === batch);
    return {
      counts: Object.fromEntries(
        Map.groupBy(own, (type) => type)
          .entries()
          .map(([type, ofType]) => [type, ofType.length]),
      ),
      passages: usable.filter((_, i) => i % batches === batch).slice(0, MOST_PASSAGES_A_BATCH),
    };
  });
}

/** The types in turn, so that a plan that is cut short, and each batch, has some of all. */
function spread(types: readonly QuestionType[]): QuestionType[] {
  const left = [...Map.groupBy(types, (type) => type).values()];
  return Array.from({ length: Math.max(0, ...left.map(({ length }) => length)) }, (_, i) =>
    left.flatMap((ofType) => ofType.slice(i, i + 1)),
  ).flat();
}
