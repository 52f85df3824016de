// How long a 429 asks to wait: seconds or an HTTP date; a sensible pause when it says nothing usable.

/** The guide counts by the minute, so a pause of some seconds is the least that helps. */
const UNSAID_MS = 5_000;
const LONGEST_MS = 15 * 60_000;

/** Milliseconds from `now`, between 0 and 15 minutes. */
export function readRetryAfter(header: string | undefined, now: Date): number {
  if (header === undefined || header.trim() === "") return UNSAID_MS;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  if (Number.isNaN(ms)) return UNSAID_MS;
  return Math.min(Math.max(ms, 0), LONGEST_MS);
}
