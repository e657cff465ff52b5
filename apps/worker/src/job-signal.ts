/** BullMQ's signal of a job; its type allows none, its workers always pass one. */
export function orNever(signal: AbortSignal | undefined): AbortSignal {
  return signal ?? new AbortController().signal;
}
