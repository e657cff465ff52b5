import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, Guard } from '@lectern/platform';
import { LanguageModel, type Completion, type Prompt } from './language-model';
import { LanguageModelError, type LanguageModelFailure } from './language-model-error';

export type Outcome = 'ok' | LanguageModelFailure | 'late';

interface ResilienceOptions {
  /** Of one request, from its first byte to its last: a trickle ends there too. */
  deadlineMs: number;
  /** Before a second try, with jitter. */
  backoffMs: number;
  /** Told of every request. */
  observe: (outcome: Outcome, tokens: number, error?: unknown) => void;
  /** Told once of a key or a model that is refused, until there is an answer again: an operator has to do something. */
  onForbidden: (error: unknown) => void;
}

const TRIES = 2;

/**
 * Leaves a service alone for as long as it asks (429), or until an operator has looked (401); tries once more what broke, ends
 * what takes too long, and after failures in a row lets one request try until it goes well. What is refused now costs no time.
 */
export class ResilientLanguageModel extends LanguageModel {
  readonly name: string;
  readonly model: string;
  private readonly guard: Guard;
  private restsUntil = -Infinity;
  /** Undefined while it answers. */
  private failure: unknown;

  constructor(
    private readonly inner: LanguageModel,
    private readonly options: ResilienceOptions,
  ) {
    super();
    this.name = inner.name;
    this.model = inner.model;
    this.guard = new Guard({ code: 'GENERATION_UNAVAILABLE', deadlineMs: options.deadlineMs });
  }

  override warmUp(): Promise<void> {
    return this.inner.warmUp();
  }

  async complete(prompt: Prompt, signal: AbortSignal): Promise<Completion> {
    for (let attempt = 1; ; attempt++) {
      this.throwWhileResting();
      try {
        return await this.attempt(prompt, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof LanguageModelError && error.retryAfterSeconds !== undefined)
          this.restsUntil = Math.max(this.restsUntil, performance.now() + error.retryAfterSeconds * 1000);
        const broke = error instanceof LanguageModelError && error.failure === 'failed';
        if (!broke || prompt.dispensable || attempt === TRIES) throw error;
        await sleep(this.options.backoffMs * (0.5 + Math.random()), undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  }

  override async ping(): Promise<void> {
    if (this.failure) throw this.failure;
  }

  private async attempt(prompt: Prompt, signal: AbortSignal): Promise<Completion> {
    let asked = false;
    try {
      // a prompt that is refused says nothing against the service
      const answer = await this.guard.run(signal, async (until) => {
        asked = true;
        return this.inner.complete(prompt, until).catch((error: unknown) => {
          if (error instanceof LanguageModelError && error.failure === 'refused') return error;
          throw error;
        });
      });
      if (answer instanceof Error) throw answer;
      this.failure = undefined;
      this.options.observe('ok', answer.tokens);
      return answer;
    } catch (error) {
      if (asked && !signal.aborted) this.note(error);
      throw error;
    }
  }

  private note(error: unknown): void {
    const outcome = error instanceof LanguageModelError ? error.failure : 'late';
    if (outcome === 'forbidden' && !isForbidden(this.failure)) this.options.onForbidden(error);
    if (outcome !== 'refused') this.failure = error;
    this.options.observe(outcome, 0, error);
  }

  private throwWhileResting(): void {
    const leftMs = this.restsUntil - performance.now();
    if (leftMs > 0) throw new LanguageModelError('busy', 'it asked to be left alone', Math.ceil(leftMs / 1000));
  }
}

const isForbidden = (error: unknown): boolean => error instanceof LanguageModelError && error.failure === 'forbidden';

/** Whether a failure is one of the service or of its answer, which another model may make good. */
export const isModelFailure = (error: unknown): boolean => error instanceof AppError && error.code === 'GENERATION_UNAVAILABLE';
