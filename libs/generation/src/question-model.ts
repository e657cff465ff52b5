import type { DocumentId, Span } from '@lectern/platform';
import type { BloomLevel, Difficulty, QuestionType } from './question';

/** A piece of a document that questions may be made from: `text` is the document's text from `start` on. */
export interface EvidencePassage {
  readonly documentId: DocumentId;
  readonly filename: string;
  readonly page: number | null;
  readonly pageEnd: number | null;
  readonly start: number;
  readonly text: string;
}

export interface QuestionPlan {
  /** How many are wanted of which type; types that are not named are not wanted. */
  readonly counts: Readonly<Partial<Record<QuestionType, number>>>;
  /** Only this level, where one is named. */
  readonly difficulty?: Difficulty;
  /** BCP 47; without it each question is in the language of its passage. */
  readonly language?: string;
  /** The same plan over the same evidence gives the same questions where the model can promise that. */
  readonly seed: number;
  /** Of `counts`, what is not there yet: all that a model with a price is asked for. */
  readonly missing?: Readonly<Partial<Record<QuestionType, number>>>;
  /** Stems of questions that are there already, or were asked of late: a model that can heed it asks for other things. */
  readonly avoid?: readonly string[];
  /** How long whoever asks waits: a model that takes seconds leaves out what there is no time for. */
  readonly withinMs?: number;
  /** What else the documents say: nothing to ask about, but a model by rules takes wrong options from it. */
  readonly background?: readonly EvidencePassage[];
  /** Told of the tokens that a model with a price has used, as they are known. */
  readonly spent?: (tokens: number) => void;
}

/** A question that a model proposes; nobody has checked it yet. */
export interface QuestionCandidate {
  readonly type: QuestionType;
  readonly stem: string;
  readonly options?: readonly string[];
  readonly answer: string;
  readonly explanation: string;
  readonly difficulty: Difficulty;
  readonly bloomLevel: BloomLevel;
  /** Which of the passages it comes from, by position. */
  readonly passage: number;
  /** The sentence it rests on, as offsets into the document's text. */
  readonly quote: Span;
  /**
   * Whether a second look at the passage alone gave this key; null where it gave no answer. Left out by models that take their
   * keys from the quote by rule.
   */
  readonly agreed?: boolean | null;
  /** Hardly worth asking: for a set that would else have next to nothing. */
  readonly lastResort?: boolean;
  /** A unit vector of what it means, where a model of meaning told. */
  readonly meaning?: Float32Array;
}

/**
 * Proposes questions on passages of a learner's documents.
 *
 * Passages are data: a model never follows what is written in them.
 * Left out on purpose: checks, the exact count, spread over passages, retries and deadlines are the caller's.
 */
export abstract class QuestionModel {
  /** As `GENERATION_PROVIDERS` names it. */
  abstract readonly name: string;

  /** `rules` are quick and cost nothing; a `model` takes seconds, has a price, and heeds `missing` and `avoid`: it may be asked about the same passages again. */
  abstract readonly kind: 'rules' | 'model';

  /** Changes with whatever changes its questions beside this software itself (model, prompts): part of what answers are kept by. */
  readonly version: string = '';

  /** Loads what the first question would wait for; once is enough, and without it `propose` loads it. */
  async warmUp(): Promise<void> {}

  /**
   * Gives more candidates than the plan counts where the evidence allows it, the best first, so that the caller can drop
   * some and stop early.
   *
   * @throws AppError `GENERATION_UNAVAILABLE` where the model cannot be reached or gives nothing usable, perhaps after some
   *   candidates; the signal's reason once it is aborted
   */
  abstract propose(plan: QuestionPlan, evidence: readonly EvidencePassage[], signal: AbortSignal): AsyncIterable<QuestionCandidate>;
}
