import type { Identity } from './identity';

/** What another process has revoked is believed for this long at most. */
const KEEP_MS = 5_000;
/** Well above the tokens that are used within `KEEP_MS`; past it the oldest is looked up again. */
const MAX_TOKENS = 10_000;

interface Held {
  /** Shared by all requests that came while the row was being read. */
  identity: Promise<Identity | undefined>;
  tokenId: string | null;
  readAt: number;
}

/** Tokens that were looked up a moment ago, by their hash. Only those that are in force stay. */
export class VerifiedTokens {
  private readonly held = new Map<string, Held>();

  constructor(private readonly read: (sha256: string) => Promise<Identity | undefined>) {}

  get(sha256: string): Promise<Identity | undefined> {
    const known = this.held.get(sha256);
    if (known && performance.now() - known.readAt < KEEP_MS) return known.identity;

    const held: Held = { identity: this.read(sha256), tokenId: null, readAt: performance.now() };
    this.held.delete(sha256);
    this.held.set(sha256, held);
    if (this.held.size > MAX_TOKENS) this.held.delete(this.held.keys().next().value!);
    const drop = () => {
      if (this.held.get(sha256) === held) this.held.delete(sha256);
    };
    held.identity.then((identity) => {
      if (identity) held.tokenId = identity.tokenId;
      else drop();
    }, drop);
    return held.identity;
  }

  /** Looks the token up again at its next use. A look-up that is under way may be older than the caller's change, so it is not kept either. */
  forget(tokenId: string): void {
    for (const [sha256, held] of this.held) if (held.tokenId === tokenId || held.tokenId === null) this.held.delete(sha256);
  }
}
