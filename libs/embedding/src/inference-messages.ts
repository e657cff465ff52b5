export interface InferenceRequest {
  readonly text: string;
}

/** Tells a thread to end when what it does is done: one that is ended in the middle of native work takes the process along. */
export const END = 'end';

export type InferenceAnswer = { readonly vector: Float32Array } | { readonly error: string };
