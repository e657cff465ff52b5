import {
  ExtractiveQuestionModel,
  quotasOf,
  QUESTION_TYPES,
  SetComposer,
  type EvidencePassage,
  type Question,
  type QuestionMode,
} from '@lectern/generation';
import type { ReadDocument } from '../evidence';

/** A set as a request would get it, and what it came from. */
export interface MadeSet {
  readonly document: ReadDocument;
  readonly mode: QuestionMode;
  readonly requested: number;
  readonly questions: readonly Question[];
  readonly milliseconds: number;
}

const model = new ExtractiveQuestionModel();
const MOST_ROUNDS = 3;

/** The loop of `QuestionSetService` over one document, without retrieval and store. */
export async function makeSet(document: ReadDocument, mode: QuestionMode, requested: number, seed: number): Promise<MadeSet> {
  await model.warmUp();
  const counts = quotasOf(mode === 'quiz' ? ['multiple_choice'] : QUESTION_TYPES, requested);
  const started = performance.now();
  const composer = new SetComposer({ count: requested, quotas: counts, seed, asked: [] });
  const seen = new Set<number>();
  for (let round = 0; round < MOST_ROUNDS && !composer.isFilled(); round++) {
    const evidence = fetched(document, requested, round).filter(({ start }) => !seen.has(start));
    for (const { start } of evidence) seen.add(start);
    composer.welcome(evidence);
    for await (const candidate of model.propose({ counts, seed }, evidence, new AbortController().signal)) {
      composer.offer(candidate, evidence);
      if (composer.isFull) break;
    }
  }
  return { document, mode, requested, questions: composer.finish(), milliseconds: performance.now() - started };
}

/** As many as a request for so many questions fetches in that round, over the length of the document. */
function fetched({ passages }: ReadDocument, requested: number, round: number): EvidencePassage[] {
  const limit = Math.max(12, Math.ceil(1.5 * requested)) * 2 ** round * (round + 1);
  const step = Math.max(1, passages.length / limit);
  return passages.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** The passage that a question's source lies in. */
export function passageOf({ passages }: ReadDocument, { sources: [source] }: Question): EvidencePassage {
  return passages.find(({ start, text }) => source!.start >= start && source!.end <= start + text.length)!;
}
