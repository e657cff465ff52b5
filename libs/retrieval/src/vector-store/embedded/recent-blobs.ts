interface Unit<T> {
  readonly version: number;
  readonly blobs: Map<number, T>;
  bytes: number;
}

/**
 * What searches have read of units (segments or groups), up to so many bytes, those out of use longest going first: reading a
 * blob again costs more than searching it. Other processes may write as they like, because a unit of one version never
 * changes and no number is given twice.
 */
export class RecentBlobs<T> {
  private readonly units = new Map<number, Unit<T>>();
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** The blobs of a unit that are known, by number. */
  of(unit: number, version: number): ReadonlyMap<number, T> {
    const known = this.units.get(unit);
    if (known) this.forget(unit, known);
    const current = known?.version === version ? known : { version, blobs: new Map<number, T>(), bytes: 0 };
    this.units.set(unit, current); // behind all others, which have not been used since
    this.bytes += current.bytes;
    return current.blobs;
  }

  /** Adds to a unit that `of` was asked for last. */
  add(unit: number, number: number, blob: T, bytes: number): void {
    const current = this.units.get(unit)!;
    current.blobs.set(number, blob);
    current.bytes += bytes;
    this.bytes += bytes;
    for (const [oldest, its] of this.units) {
      if (this.bytes <= this.maxBytes || oldest === unit) return;
      this.forget(oldest, its);
    }
  }

  private forget(unit: number, { bytes }: Unit<T>): void {
    this.units.delete(unit);
    this.bytes -= bytes;
  }
}
