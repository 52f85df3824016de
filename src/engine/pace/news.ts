// What answers tell of the window: gathered by a process between its visits to the shared budget.
import type { BudgetRequest } from "./budget.ts";
import type { RateHeaders } from "./governor.ts";

/** What a process has to tell at its next visit. */
export type News = Pick<BudgetRequest, "answered" | "blind" | "seen" | "holdUntil">;

/** Of one answer. */
export function newsOf({ limit, remaining, reset }: RateHeaders): News {
  if (remaining === undefined || reset === undefined) return { answered: 1, blind: true };
  const seen = { resetAt: reset * 1_000, remaining, ...(limit === undefined ? {} : { limit }) };
  return { answered: 1, blind: false, seen };
}

/** Of two windows the later one counts; of one window the least that is left. */
export function mergeNews(one: News, two: News): News {
  const [a, b] = [one.seen, two.seen];
  const later = a === undefined || (b !== undefined && b.resetAt > a.resetAt) ? b : a;
  const seen =
    a !== undefined && b !== undefined && a.resetAt === b.resetAt
      ? { ...b, remaining: Math.min(a.remaining, b.remaining) }
      : later;
  const until = Math.max(one.holdUntil ?? 0, two.holdUntil ?? 0);
  return {
    answered: one.answered + two.answered,
    blind: one.blind || two.blind,
    ...(seen === undefined ? {} : { seen }),
    ...(until === 0 ? {} : { holdUntil: until }),
  };
}

/** Until the reset, or a `Retry-After` that is longer; when neither lies ahead, a whole window passes. */
export function limitedUntil(
  headers: RateHeaders,
  retryAfterMs: number | undefined,
  now: number,
  windowMs: number,
) {
  const until = Math.max((headers.reset ?? 0) * 1_000, now + (retryAfterMs ?? 0));
  return until > now ? until : now + windowMs;
}
