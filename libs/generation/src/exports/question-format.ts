import type { ShownSet } from '../markdown';
import type { QuestionSet } from '../question-set';
import { fixedWordsOf } from './fixed-words';
import { plainText } from './plain-question';

/** What formats are told of a set. */
export type ExportableSet = ShownSet & Pick<QuestionSet, 'id' | 'topic' | 'created_at'>;

/** A format that other programs read; one more is one more file and a line in `formats.ts`. */
export interface QuestionFormat {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
  /** The same set gives the same bytes. */
  write(set: ExportableSet): string | Uint8Array;
}

/** What a set is called where it needs a name. */
export function titleOf(set: ExportableSet): string {
  return plainText(set.topic ?? '') || fixedWordsOf(set).title;
}
