import type { Span } from '@lectern/platform';
import type { Token } from './tagger';

/** A sentence that may carry questions. */
export interface SourceSentence {
  readonly passage: number;
  /** Its place among the sentences of its passage. */
  readonly position: number;
  /** In the document's text. */
  readonly span: Span;
  /** The sentence as a learner may see it. */
  readonly text: string;
  /** What it says by itself, simplified. */
  readonly statement: readonly Token[];
  /** How much of its passage is whole sentences, 0 to 1. */
  readonly prose: number;
  /** Spoken to the reader, or an item of a list: asked about where there is nothing better. */
  readonly lesser?: boolean;
}

/** With less of it in whole sentences a passage is a form, a table or a slide: there a word alone is one of what stands above it. */
export const RUNNING_PROSE = 0.9;
