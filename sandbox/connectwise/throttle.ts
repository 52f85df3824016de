// The rate limit: so many requests in a minute, then 429 in a shape of its own with Retry-After.
import type { MiddlewareHandler } from "hono";

const WINDOW_MS = 60_000;

/** `nowMs` is a clock of milliseconds; windows start with their first request. */
export function throttle(ratePerMinute: number | undefined, nowMs: () => number): MiddlewareHandler {
  let windowStart = Number.NEGATIVE_INFINITY;
  let used = 0;
  return async (c, next) => {
    if (ratePerMinute === undefined) return next();
    const now = nowMs();
    if (now - windowStart >= WINDOW_MS) {
      windowStart = now;
      used = 0;
    }
    used += 1;
    if (used <= ratePerMinute) return next();
    const seconds = Math.max(1, Math.ceil((windowStart + WINDOW_MS - now) / 1000));
    const message = `API calls quota exceeded! Maximum admitted ${ratePerMinute} per 1m.`;
    return c.json({ error: "ConnectWiseAPI", message }, 429, { "Retry-After": String(seconds) });
  };
}
