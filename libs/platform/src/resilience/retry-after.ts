const LEAST_SECONDS = 1;
/** Nobody waits longer on the word of a header; whoever still wants it asks again. */
const MOST_SECONDS = 300;

/**
 * Seconds of a `Retry-After` header (RFC 9110, 10.2.3: seconds, or an HTTP date), or of a number that a service sends in its body, within 1 to 300.
 * @returns undefined where there is none, or nonsense
 */
export function retryAfterOf(value: string | number | null | undefined, nowMs = Date.now()): number | undefined {
  const text = String(value ?? '').trim();
  if (text === '') return undefined;
  const seconds = /^-?\d+(\.\d+)?(e\d+)?$/i.test(text) ? Number(text) : (Date.parse(text) - nowMs) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, Math.ceil(seconds)));
}
