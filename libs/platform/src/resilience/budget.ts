import { AppError } from '../errors/app-error';

/**
 * The one deadline of a request. Whatever works for the request takes `signal`, and gives each stage less than `remainingMs()`, so
 * that a stage's own timeout, and the fallback behind it, always come before this one. Time is monotonic: a clock that jumps changes nothing.
 */
export class Budget {
  private readonly controller = new AbortController();
  private readonly endsAt: number;
  private readonly timer: NodeJS.Timeout;

  /** @param timeoutMs from now on; none left means that the signal is aborted at once */
  constructor(timeoutMs: number) {
    this.endsAt = performance.now() + timeoutMs;
    this.timer = setTimeout(() => this.expire(), Math.max(0, timeoutMs)).unref();
    if (timeoutMs <= 0) this.expire();
  }

  /** Aborted at the deadline (`DEADLINE_EXCEEDED`) or when nobody waits for the answer any more; its reason is an AppError. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Never below 0. */
  remainingMs(): number {
    return this.signal.aborted ? 0 : Math.max(0, this.endsAt - performance.now());
  }

  /** Ends it early. Without effect once it has ended. */
  abort(reason: AppError): void {
    clearTimeout(this.timer);
    this.controller.abort(reason);
  }

  /** The work is done: the signal will not be aborted any more. */
  release(): void {
    clearTimeout(this.timer);
  }

  private expire(): void {
    this.abort(new AppError('DEADLINE_EXCEEDED', 'The answer was not ready in time. Ask for less, or try again.'));
  }
}
