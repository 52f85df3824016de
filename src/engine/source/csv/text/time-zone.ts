// Local times of a zone as UTC, by the rules of the day that they lie on.
import { InputError } from "../../../errors.ts";

/** Hours remembered; a desk's days are few beside its records. */
const MOST_REMEMBERED = 50_000;
const HOUR = 3_600_000;

/**
 * A function from local time (as if it were UTC, in ms) to UTC. An hour that occurs twice in autumn is taken as the
 * first; one that doesn't exist in spring moves on by the difference.
 * @throws InputError for a zone that isn't one
 */
export function makeZone(timeZone: string): (localMs: number) => number {
  const format = formatOf(timeZone);
  if (timeZone === "UTC") return (localMs) => localMs;
  const remembered = new Map<number, number>();
  const offsetAt = (ms: number) => {
    const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const local = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
    return local - Math.floor(ms / 1000) * 1000;
  };
  return (localMs) => {
    const hour = Math.floor(localMs / HOUR);
    const known = remembered.get(hour);
    if (known !== undefined) return localMs - known;
    // The offsets of the day before and the day after are the two that can hold; the earlier moment wins.
    const offsets = [offsetAt(localMs - 24 * HOUR), offsetAt(localMs + 24 * HOUR)];
    const holding = offsets.filter((offset) => offsetAt(localMs - offset) === offset);
    const offset = holding.length > 0 ? Math.max(...holding) : (offsets[0] ?? 0);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(hour, offset);
    return localMs - offset;
  };
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError({
      code: "unknown_time_zone",
      args: { timeZone: timeZone.slice(0, 60) },
      cause: error,
    });
  }
}
