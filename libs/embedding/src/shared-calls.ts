interface SharedCall<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  waiting: number;
}

/** Calls that ask for the same at the same time are one. It is ended when nobody waits for it any more. */
export class SharedCalls<Key, Result> {
  private readonly calls = new Map<Key, SharedCall<Result>>();

  /** @param work is called where nobody else asks for the same now; its signal outlives the caller's as long as others wait */
  async join(key: Key, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    signal.throwIfAborted();
    const call = this.calls.get(key) ?? this.begin(key, work);
    call.waiting++;
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await Promise.race([call.result, aborted]);
    } finally {
      signal.removeEventListener('abort', abort);
      if (--call.waiting === 0) {
        this.forget(key, call);
        call.controller.abort();
      }
    }
  }

  private begin(key: Key, work: (signal: AbortSignal) => Promise<Result>): SharedCall<Result> {
    const controller = new AbortController();
    const call = { result: work(controller.signal), controller, waiting: 0 };
    this.calls.set(key, call);
    call.result.then(
      () => this.forget(key, call),
      () => this.forget(key, call),
    );
    return call;
  }

  private forget(key: Key, call: SharedCall<Result>): void {
    if (this.calls.get(key) === call) this.calls.delete(key);
  }
}
