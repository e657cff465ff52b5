/** Lets one holder in at a time, in order of arrival. */
export class Gate {
  private last: Promise<void> = Promise.resolve();

  /** Waits for its turn; the caller must call the answered function exactly once when it is done. */
  async enter(): Promise<() => void> {
    const before = this.last;
    let leave!: () => void;
    this.last = new Promise<void>((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  }
}
