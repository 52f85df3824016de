// The rate limit: so many requests in a minute, then 429 in a shape of its own with Retry-After.
import type { MiddlewareHandler } from "hono";

const WINDOW_MS = 60_000;

/** One minute of the limit. */
export interface ThrottleWindow {
  /** On the clock of `throttle`. */
  readonly startMs: number;
  served: number;
  refused: number;
}

export interface Throttle {
  readonly middleware: MiddlewareHandler;
  /** Every window that had a request, oldest first; empty without a limit. */
  readonly windows: readonly ThrottleWindow[];
}

/** `nowMs` is a clock of milliseconds; windows start with their first request. */
export function throttle(ratePerMinute: number | undefined, nowMs: () => number): Throttle {
  const windows: ThrottleWindow[] = [];
  return {
    windows,
    middleware: async (c, next) => {
      if (ratePerMinute === undefined) return next();
      const now = nowMs();
      let current = windows.at(-1);
      if (!current || now - current.startMs >= WINDOW_MS) {
        current = { startMs: now, served: 0, refused: 0 };
        windows.push(current);
      }
      if (current.served < ratePerMinute) {
        current.served += 1;
        return next();
      }
      current.refused += 1;
      const seconds = Math.max(1, Math.ceil((current.startMs + WINDOW_MS - now) / 1000));
      const message = `API calls quota exceeded! Maximum admitted ${ratePerMinute} per 1m.`;
      return c.json({ error: "ConnectWiseAPI", message }, 429, { "Retry-After": String(seconds) });
    },
  };
}
