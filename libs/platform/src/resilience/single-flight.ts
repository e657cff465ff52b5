import { untilAborted } from './until-aborted';

/** Work that several wait for is done once, and given up when nobody waits any more. */
export class SingleFlight<Key, Value> {
  private readonly flights = new Map<Key, Flight<Value>>();

  /**
   * @param work started where none with this key runs; its signal is aborted once every waiter's is
   * @returns the value, and whether this call joined work that ran already
   */
  async run(key: Key, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Value>): Promise<{ value: Value; joined: boolean }> {
    signal.throwIfAborted();
    const running = this.flights.get(key);
    const flight = running ?? this.start(key, work);
    return { value: await flight.wait(signal), joined: running !== undefined };
  }

  private start(key: Key, work: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const flight = new Flight(work, () => this.flights.get(key) === flight && this.flights.delete(key));
    this.flights.set(key, flight);
    return flight;
  }
}

class Flight<Value> {
  private readonly controller = new AbortController();
  private readonly value: Promise<Value>;
  private waiting = 0;

  constructor(
    work: (signal: AbortSignal) => Promise<Value>,
    private readonly end: () => void,
  ) {
    this.value = work(this.controller.signal).finally(end);
  }

  async wait(signal: AbortSignal): Promise<Value> {
    this.waiting++;
    try {
      return await untilAborted(this.value, signal);
    } finally {
      if (--this.waiting === 0) this.abandon(signal.reason);
    }
  }

  /** Nobody may join what is about to stop. */
  private abandon(reason: unknown): void {
    this.end();
    this.controller.abort(reason);
  }
}
