import { type VectorFile } from './vector-file';

type MethodsOf<T> = { [Name in keyof T]: T[Name] extends (...args: never) => unknown ? Name : never }[keyof T];

export type ThreadMethod = Exclude<MethodsOf<VectorFile>, 'close'>;

export interface ThreadCall {
  readonly method: ThreadMethod;
  readonly args: readonly unknown[];
}

/** `busy`: the call may be made again at once. `mismatch`: the file holds vectors of another signature. */
export type ThreadAnswer =
  { readonly outcome: 'done'; readonly value: unknown } | { readonly outcome: 'busy' | 'failed' | 'mismatch'; readonly message: string };

/** What the thread says: the answer to its one call, or something for the log. */
export type ThreadMessage = ThreadAnswer | { readonly outcome: 'notice'; readonly message: string };
