import { type AppConfig } from '@lectern/platform';

/** A stage may take this share of a request's time, so that what stands in for it comes in time too; and no longer than is useful. */
const SHARE_OF_REQUEST = 1 / 5;
const LONGEST_MS = 5_000;

/** How long one stage of a retrieval may wait for its dependency, in milliseconds. */
export function stageDeadline({ http }: Pick<AppConfig, 'http'>): number {
  return Math.min(LONGEST_MS, SHARE_OF_REQUEST * http.requestTimeoutMs);
}
