import { type JsonSchema } from './json-schema';

export interface Prompt {
  /** What the model is and the rules it keeps; never holds a word of a document. */
  readonly system: string;
  /** The task, with the documents' words fenced off as data. */
  readonly user: string;
  /** Of the JSON that is to come. Models that cannot be bound to it are told, and what comes is read as it is. */
  readonly schema: JsonSchema;
  /** Of the answer, in the model's tokens. */
  readonly maxTokens: number;
  /** 0 for what has one right answer, up to 2. */
  readonly temperature: number;
  /** One can do without the answer: it is not asked for a second time where it fails. */
  readonly dispensable?: true;
}

export interface Completion {
  /** JSON as a rule, and whatever the model said instead; `json-objects.ts` reads both. */
  readonly text: string;
  /** Of prompt and answer together, as the service counts them, or by letters where it does not say. */
  readonly tokens: number;
}

/**
 * Completes a prompt with JSON.
 *
 * Left out on purpose: reading the answer, retries and breakers (`ResilientLanguageModel`), quotas.
 */
export abstract class LanguageModel {
  /** As `GENERATION_PROVIDERS` names it. */
  abstract readonly name: string;
  /** Of the service, such as `gemini-2.5-flash`: another model gives other answers. */
  abstract readonly model: string;

  /** Loads what the first request would wait for, and hold the event loop for; without it that request loads it. */
  async warmUp(): Promise<void> {}

  /**
   * One request, without a retry.
   * @throws LanguageModelError where there is no usable answer; the signal's reason once it is aborted
   */
  abstract complete(prompt: Prompt, signal: AbortSignal): Promise<Completion>;

  /**
   * Whether it is likely to answer, as far as known without asking it: a request has a price.
   * @throws why not
   */
  async ping(): Promise<void> {}
}

/** Letters a token has on average; a little less than in English, so that what is counted by it is not too little. */
const LETTERS_A_TOKEN = 3.5;

/** Of a text, by its letters alone. */
export const estimatedTokens = (...texts: readonly string[]): number =>
  Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / LETTERS_A_TOKEN);
