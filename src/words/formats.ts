// Numbers, dates, durations and lists as a language writes them, by Intl.

export interface Formats {
  /** "1,234". */
  count(value: number): string;
  /** "1 exception", "1,234 exceptions". */
  some(value: number, one: string, many: string): string;
  /** "a, b and c"; hostile or long lists end in "…". */
  list(items: readonly string[]): string;
  /** "a, b or c". */
  either(items: readonly string[]): string;
  /** "40 seconds", "1 minute", "3.5 hours", "2 days". */
  duration(seconds: number): string;
  /** "5 to 8 seconds", "50 seconds to 2 minutes"; the one duration where both are the same. */
  span(low: number, high: number): { readonly text: string; readonly exact: boolean };
  /** "Nov 26, 2023, 4:56 PM UTC" of ISO-8601 or milliseconds since 1970: where Slack shows plain text only. */
  time(at: string | number): string;
  /** "87 %" of a share from 0 to 1, rounded down: only all is 100 %. */
  percent(share: number): string;
  /** "10 MB". */
  megabytes(bytes: number): string;
}

interface Language {
  readonly locale: string;
  /** Between the two ends of a range: "to". */
  readonly to: string;
}

const UNITS = [
  { unit: "second", seconds: 1, below: 60 },
  { unit: "minute", seconds: 60, below: 90 * 60 },
  { unit: "hour", seconds: 3600, below: 48 * 3600 },
  { unit: "day", seconds: 86_400, below: Number.POSITIVE_INFINITY },
] as const;

const MOST_LISTED = 50;

function measure(seconds: number) {
  const { unit, seconds: length } = UNITS.find(({ below }) => seconds < below) ?? UNITS[3];
  const exact = seconds / length;
  const tenths = unit === "hour" || unit === "day";
  return {
    unit,
    value: Math.max(tenths ? 0.1 : 1, tenths ? Math.round(exact * 10) / 10 : Math.round(exact)),
  };
}

export function makeFormats({ locale, to }: Language): Formats {
  const number = new Intl.NumberFormat(locale);
  const one = new Intl.PluralRules(locale);
  const and = new Intl.ListFormat(locale, { type: "conjunction" });
  const or = new Intl.ListFormat(locale, { type: "disjunction" });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  const unitOf = (unit: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
  const units = Object.fromEntries(UNITS.map(({ unit }) => [unit, unitOf(unit)]));
  const shown = ({ unit, value }: ReturnType<typeof measure>) =>
    units[unit]?.format(value) ?? number.format(value);
  const bounded = (items: readonly string[]) =>
    items.length > MOST_LISTED ? [...items.slice(0, MOST_LISTED), "…"] : items;
  const count = (value: number) => number.format(value);
  return {
    count,
    some: (value, single, many) => `${count(value)} ${one.select(value) === "one" ? single : many}`,
    list: (items) => and.format(bounded(items)),
    either: (items) => or.format(bounded(items)),
    duration: (seconds) => shown(measure(seconds)),
    span(low, high) {
      const [from, until] = [measure(low), measure(high)];
      if (from.unit !== until.unit) return { text: `${shown(from)} ${to} ${shown(until)}`, exact: false };
      if (from.value === until.value) return { text: shown(until), exact: true };
      return { text: `${count(from.value)} ${to} ${shown(until)}`, exact: false };
    },
    time(at) {
      const date = new Date(at);
      return Number.isNaN(date.getTime()) ? String(at) : `${dateTime.format(date).replace(/\s/g, " ")} UTC`;
    },
    percent: (share) => `${count(Math.floor(share * 100))} %`,
    megabytes: (bytes) => `${count(Math.round(bytes / 1_048_576))} MB`,
  };
}
