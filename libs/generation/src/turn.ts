import { setImmediate } from 'node:timers/promises';

/** Work between two turns of the event loop. */
const SLICE_MS = 15;

/** Long work in slices: other requests are served between them, and an abort is seen. */
export class Turn {
  private since = performance.now();

  constructor(private readonly signal: AbortSignal) {}

  /** @throws the signal's reason once it is aborted */
  async next(): Promise<void> {
    if (performance.now() - this.since < SLICE_MS) return;
    await setImmediate();
    this.signal.throwIfAborted();
    this.since = performance.now();
  }
}
