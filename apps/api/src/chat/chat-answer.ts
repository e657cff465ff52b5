/** What one request of the contract is answered with, whole, as caches keep it. */
export interface ChatAnswer {
  readonly markdown: string;
  readonly timestamp: string;
  readonly setId: string;
  readonly delivered: number;
  readonly fallbackUsed: boolean;
  readonly degraded: readonly string[];
}
