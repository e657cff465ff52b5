import { type ErrorCode } from '@lectern/platform';
import { type VectorFile } from './vector-file';

type MethodsOf<T> = { [Name in keyof T]: T[Name] extends (...args: never) => unknown ? Name : never }[keyof T];

export type ThreadMethod = Exclude<MethodsOf<VectorFile>, 'close'>;

export interface ThreadCall {
  readonly method: ThreadMethod;
  readonly args: readonly unknown[];
}

export type ThreadAnswer =
  | { readonly outcome: 'done'; readonly value: unknown }
  | { readonly outcome: 'busy' | 'failed'; readonly message: string }
  | { readonly outcome: 'refused'; readonly code: ErrorCode; readonly message: string };

/** What the thread says: the answer to its one call, or something for the log. */
export type ThreadMessage = ThreadAnswer | { readonly outcome: 'notice'; readonly message: string };
