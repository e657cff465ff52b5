import { type VectorFile } from './vector-file';

export interface ThreadData {
  readonly file: string;
}

export type ThreadMethod = Exclude<keyof VectorFile, 'close'>;

export interface ThreadCall {
  readonly method: ThreadMethod;
  readonly args: readonly unknown[];
}

export type ThreadAnswer =
  { readonly outcome: 'done'; readonly value: unknown } | { readonly outcome: 'busy' | 'failed'; readonly message: string };
