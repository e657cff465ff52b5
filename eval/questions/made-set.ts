import {
  ExtractiveQuestionModel,
  quotasOf,
  QUESTION_TYPES,
  SetComposer,
  type EvidencePassage,
  type Question,
  type QuestionMode,
} from '@lectern/generation';
import { seededRandom } from '@lectern/platform';
import { spread } from '../../libs/retrieval/src/search/spread';
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
const LARGEST_SAMPLE = 400;

/** What a request without a topic gets from the rules, over one document, without retrieval and store. */
export async function makeSet(document: ReadDocument, mode: QuestionMode, requested: number, seed: number): Promise<MadeSet> {
  await model.warmUp();
  const counts = quotasOf(mode === 'quiz' ? ['multiple_choice'] : QUESTION_TYPES, requested);
  const started = performance.now();
  const composer = new SetComposer({ count: requested, quotas: counts, seed, asked: [] });
  const evidence = sampled(document, requested, seed);
  composer.welcome(evidence);
  for await (const candidate of model.propose({ counts, seed }, evidence, new AbortController().signal)) {
    composer.offer(candidate, evidence);
    if (composer.isFull) break;
  }
  return { document, mode, requested, questions: composer.finish(), milliseconds: performance.now() - started };
}

/** As many as a request for so many questions fetches, any beginning of them spread over the document. */
function sampled({ passages }: ReadDocument, requested: number, seed: number): EvidencePassage[] {
  const limit = Math.min(LARGEST_SAMPLE, 16 * Math.max(12, Math.ceil(1.5 * requested)));
  return spread([passages.length], limit, seededRandom(seed)).map(({ place }) => passages[place]!);
}

/** The passage that a question's source lies in. */
export function passageOf({ passages }: ReadDocument, { sources: [source] }: Question): EvidencePassage {
  return passages.find(({ start, text }) => source!.start >= start && source!.end <= start + text.length)!;
}
