import { shuffled } from '@lectern/platform';
import type { Draft, Written } from '../draft';
import type { DocumentWords } from './document-words';
import type { Fact, FactKind } from './fact';
import type { SourceSentence } from '../source-sentence';

/** A sentence that is asked about, and what its questions share. */
export interface Setting {
  readonly sentence: SourceSentence;
  readonly words: DocumentWords;
  readonly random: () => number;
  readonly standing: number;
  /** The whole sentence is good for nothing where there is enough else to ask. */
  readonly weak: boolean;
}

/** What is asked for is worth more or less, whatever the sentence. */
export const WORTH: Readonly<Record<FactKind, number>> = {
  term: 0.3,
  year: 0.28,
  date: 0.26,
  person: 0.28,
  century: 0.25,
  decade: 0.22,
  percent: 0.25,
  count: 0.22,
  title: 0.22,
  place: 0.2,
  member: 0.24,
  noun: 0.12,
  name: 0.05,
};

/** Undefined where the document has too few wrong answers. */
export function withOptions(written: Written, wrong: readonly string[] | undefined, random: () => number): Written | undefined {
  return wrong && { ...written, options: shuffled([written.answer, ...wrong], random) };
}

/** The words of the document, as the explanation of any answer. */
export const inQuotes = (text: string) => `“${text}”`;
export const asksOf = ({ kind }: Fact): Draft['asks'] =>
  kind === 'title' || kind === 'member' ? 'name' : kind === 'noun' ? 'term' : kind === 'decade' ? 'year' : kind;
