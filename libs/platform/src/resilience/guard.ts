import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen, type CircuitBreakerPolicy } from 'cockatiel';
import { AppError } from '../errors/app-error';
import type { ErrorCode } from '../errors/error-codes';
import { deadlineTimer } from './deadline-timer';
import { untilAborted } from './until-aborted';

interface GuardOptions {
  /** The code of an unavailable dependency: of the errors of calls to it that count, and of those made here. */
  code: ErrorCode;
  /** Longest wait for one call. */
  deadlineMs: number;
  /** Failures in a row after which calls are refused at once. */
  failures?: number;
  /** How long, until one call may try again. */
  restMs?: number;
}

/**
 * A deadline and a circuit breaker (Nygard 2007, "Release It!") around the calls to one dependency: a slow one costs each request its deadline at most, a dead one
 * costs nothing after a few. What the caller's own signal ends is nobody's failure.
 */
export class Guard {
  private readonly breaker: CircuitBreakerPolicy;
  private readonly options: Required<GuardOptions>;

  constructor(options: GuardOptions) {
    this.options = { failures: 5, restMs: 5_000, ...options };
    this.breaker = circuitBreaker(
      handleWhen((error) => error instanceof AppError && error.code === this.options.code),
      { breaker: new ConsecutiveBreaker(this.options.failures), halfOpenAfter: this.options.restMs },
    );
  }

  /**
   * @param work is to stop when its signal is aborted; it is not waited for after that
   * @throws AppError of the guard's code (late, or refused), the signal's reason, or what `work` throws
   */
  async run<Result>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    try {
      return await this.breaker.execute(() => this.inTime(signal, work));
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof BrokenCircuitError) throw this.unavailable('is resting after failures in a row', error);
      throw error;
    }
  }

  private async inTime<Result>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const deadline = new AbortController();
    const late = () => deadline.abort(this.unavailable(`gave no answer in ${this.options.deadlineMs} ms`));
    const timer = deadlineTimer(this.options.deadlineMs, late);
    const either = AbortSignal.any([signal, deadline.signal]);
    try {
      return await untilAborted(work(either), either);
    } finally {
      clearTimeout(timer);
    }
  }

  private unavailable(what: string, cause?: unknown): AppError {
    const message = 'A part of the service is not available. Try again.';
    return new AppError(this.options.code, message, { cause: cause ?? new Error(what), retryAfterSeconds: this.options.restMs / 1000 });
  }
}
