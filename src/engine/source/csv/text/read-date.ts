// Dates as people write them, to UTC: the order of day and month is told, never guessed.
export type DateOrder = "dmy" | "mdy" | "ymd";

export type ReadDate =
  | { readonly kind: "date"; readonly iso: string }
  /** Day and month could be either way round, and no order was told. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "none" };

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec".split("|").map((name) => [name] as string[]);
for (const [name, at] of [
  ["mär", 2],
  ["mrz", 2],
  ["mae", 2],
  ["mai", 4],
  ["okt", 9],
  ["dez", 11],
] as const) {
  MONTHS[at]?.push(name);
}

const TIME = String.raw`(?:[T,\s]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\.?)?(?:\s*Uhr)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const NUMERIC = new RegExp(String.raw`^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})${TIME}$`, "i");
const WORDED = new RegExp(
  String.raw`^(?:\p{L}{2,10}\.?,?\s+)?(?:(\d{1,2})\.?[\s-]+(\p{L}{3,10})\.?|(\p{L}{3,10})\.?\s+(\d{1,2})),?[\s-]+(\d{4})${TIME}$`,
  "iu",
);

/** @param zone turns a local time without a zone of its own into milliseconds; see time-zone.ts */
export function readDate(
  text: string,
  order: DateOrder | undefined,
  zone: (localMs: number) => number,
): ReadDate {
  const clean = text
    .replace(/[\u200e\u200f\0]/g, "")
    .replace(/[\s\u202f\u00a0]+/g, " ")
    .trim();
  const numeric = NUMERIC.exec(clean);
  if (numeric) {
    const [, first = "", second = "", third = "", ...time] = numeric;
    const day = orderDay(first, second, third, order);
    if (day === "ambiguous") return { kind: "ambiguous" };
    return day ? assemble(day, time, zone) : { kind: "none" };
  }
  const worded = WORDED.exec(clean);
  if (!worded) return { kind: "none" };
  const [, dayA, monthA, monthB, dayB, year = "", ...time] = worded;
  const name = (monthA ?? monthB ?? "").slice(0, 3).toLowerCase();
  const month = MONTHS.findIndex((names) => names.includes(name)) + 1;
  return assemble([Number(year), month, Number(dayA ?? dayB)], time, zone);
}

type Day = readonly [year: number, month: number, day: number];

function orderDay(
  first: string,
  second: string,
  third: string,
  order: DateOrder | undefined,
): Day | "ambiguous" | undefined {
  const [a, b, c] = [Number(first), Number(second), Number(third)];
  // A year in front is followed by month and day everywhere.
  if (first.length === 4) return [a, b, c];
  if (third.length !== 4 && third.length !== 2) return undefined;
  if (order === "ymd") return third.length === 2 ? [2000 + a, b, c] : undefined;
  const year = third.length === 2 ? 2000 + c : c;
  if (order === "dmy") return [year, b, a];
  if (order === "mdy") return [year, a, b];
  // With two digits, any of the three may be the year.
  if (third.length === 2) return "ambiguous";
  if (a === b) return [year, b, a];
  if (a > 12) return [year, b, a];
  return b > 12 ? [year, a, b] : "ambiguous";
}

function assemble(
  [year, month, day]: Day,
  [hour, minute, second, half, zoneText]: readonly (string | undefined)[],
  zone: (localMs: number) => number,
): ReadDate {
  const hours = hourOf(Number(hour ?? 0), half);
  const [minutes, seconds] = [Number(minute ?? 0), Number(second ?? 0)];
  const localMs = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const back = new Date(localMs);
  // A day that doesn't exist (February 30th) would roll over silently.
  const exists =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  if (!exists || hours > 23 || minutes > 59 || seconds > 59) return { kind: "none" };
  const ms = zoneText === undefined ? zone(localMs) : localMs - offsetOf(zoneText);
  return { kind: "date", iso: `${new Date(ms).toISOString().slice(0, 19)}Z` };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!match) return 0;
  const ms = (Number(match[2]) * 60 + Number(match[3])) * 60_000;
  return match[1] === "-" ? -ms : ms;
}
