// Dates as people write them, to UTC: the order of day and month is told, never guessed.
import type { ZoneNames } from "./zone-names.ts";

export type DateOrder = "dmy" | "mdy" | "ymd";

export type ReadDate =
  | { readonly kind: "date"; readonly iso: string }
  /** Day and month could be either way round, and no order was told. */
  | { readonly kind: "ambiguous" }
  /** Its zone's abbreviation could mean several. */
  | { readonly kind: "zone"; readonly name: string }
  | { readonly kind: "none" };

/** How local times become UTC. */
export interface Zones {
  /** A time without a zone of its own, in milliseconds; see time-zone.ts. */
  readonly local: (localMs: number) => number;
  readonly names: ZoneNames;
}

/** The beginnings of the months' names in the languages of exports; June and July differ in the fourth letter. */
const MONTHS = [
  "jan ene gen sty",
  "feb fev fév lut",
  "mar mär mrz maa mae",
  "apr avr abr kwi",
  "may mai mag mei maj",
  "jun juin giu cze",
  "jul juil lug lip",
  "aug aou aoû ago sie",
  "sep set wrz",
  "oct okt ott out paź paz",
  "nov lis",
  "dec dez déc dic gru",
].map((names) => names.split(" "));

const TIME = String.raw`(?:[T,\s]+(?:at\s)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(?:([ap])\.?\s?m\.?)?(?:\s*Uhr)?\s*\(?((?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})?\)?)?`;
const NUMERIC = new RegExp(String.raw`^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})${TIME}$`, "i");
const WORDED = new RegExp(
  String.raw`^(?:(\d{1,2})(?:\.|st|nd|rd|th)?(?:[\s-]+|\sde\s)(\p{L}{3,10})\.?|(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?(?:[\s-]+|\sde\s)(\d{4}|\d{2})${TIME}$`,
  "iu",
);
/** “Mon ”, “Tuesday, ”, “mer. ”; what Excel marks texts with. */
const BEFORE =
  /^'|^\p{L}{2,10}[.,]{0,2}\s+(?=\d{1,4}[-/.]\d|\d{1,2}\.?[\s-]+(?:de\s)?\p{L}{3}|\p{L}{3,10}\.?\s+\d{1,2}\b)/u;
/** Days since 1899-12-30, as spreadsheets count: of the years 1982 to 2064. */
const SERIAL = /^[3-5]\d{4}(?:\.\d+)?$/;

export function readDate(text: string, order: DateOrder | undefined, zones: Zones): ReadDate {
  const clean = text
    .replace(/[\u200e\u200f\0]/g, "")
    .replace(/[\s\u202f\u00a0]+/g, " ")
    .trim()
    .replace(BEFORE, "")
    .replace(BEFORE, "");
  if (SERIAL.test(clean)) {
    const localMs = Math.round((Number(clean) - 25_569) * 86_400) * 1000;
    return { kind: "date", iso: isoOf(zones.local(localMs)) };
  }
  const numeric = NUMERIC.exec(clean);
  if (numeric) {
    const [, first = "", second = "", third = "", ...time] = numeric;
    const day = orderDay(first, second, third, order);
    if (day === "ambiguous") return { kind: "ambiguous" };
    return day ? assemble(day, time, zones) : { kind: "none" };
  }
  const worded = WORDED.exec(clean);
  if (!worded) return { kind: "none" };
  const [, dayA, monthA, monthB, dayB, year = "", ...time] = worded;
  const name = (monthA ?? monthB ?? "").toLowerCase();
  const month =
    MONTHS.findIndex((names) => names.some((one) => one.length > 3 && name.startsWith(one))) + 1 ||
    MONTHS.findIndex((names) => names.includes(name.slice(0, 3))) + 1;
  return assemble(
    [year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(dayA ?? dayB)],
    time,
    zones,
  );
}

const isoOf = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

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
  zones: Zones,
): ReadDate {
  const hours = hourOf(Number(hour ?? 0), half);
  const [minutes, seconds] = [Number(minute ?? 0), Number(second ?? 0)];
  const localMs = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const back = new Date(localMs);
  // A day that doesn't exist (February 30th) would roll over silently.
  const exists =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  if (!exists || hours > 23 || minutes > 59 || seconds > 59) return { kind: "none" };
  if (zoneText === undefined) return { kind: "date", iso: isoOf(zones.local(localMs)) };
  const offset = offsetOf(zoneText) ?? zones.names.offsetOf(zoneText, localMs);
  if (offset !== undefined) return { kind: "date", iso: isoOf(localMs - offset) };
  return /^[A-Z]{2,5}$/.test(zoneText) ? { kind: "zone", name: zoneText } : { kind: "none" };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.POSITIVE_INFINITY;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

/** Undefined for an abbreviation. */
function offsetOf(zone: string): number | undefined {
  const match = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (!match) return undefined;
  const ms = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * 60_000;
  return match[1] === "-" ? -ms : ms;
}
