import type { ShownSet } from '../markdown';

/** A format that other programs read; one more is one more file and a line in `formats.ts`. */
export interface QuestionFormat {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
  write(set: ShownSet): string;
}
