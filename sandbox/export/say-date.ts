// A date as a report in some country prints it, in the report's own time zone.
export interface DateStyle {
  /** ISO when absent. */
  readonly dates?: "iso" | "mdy" | "dmy";
  /** Local time of the reports; UTC when absent. ISO dates carry their zone. */
  readonly timeZone?: string;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Empty for no date; a date without a zone is UTC, as ConnectWise's are. */
export function sayDate(iso: string | undefined, { dates = "iso", timeZone = "UTC" }: DateStyle): string {
  if (iso === undefined || iso === "") return "";
  const at = new Date(iso.replace(/Z?$/, "Z"));
  if (dates === "iso") return at.toISOString().replace(".000", "");
  const local = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "numeric", day: "numeric" },
    ...{ hour: "numeric", minute: "numeric", second: "numeric" },
  }).formatToParts(at);
  const parts = new Map(local.map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const hour = of("hour");
  if (dates === "dmy") {
    return `${two(of("day"))}.${two(of("month"))}.${of("year")} ${two(hour)}:${two(of("minute"))}:${two(of("second"))}`;
  }
  const clock = `${hour % 12 || 12}:${two(of("minute"))}:${two(of("second"))} ${hour < 12 ? "AM" : "PM"}`;
  return `${of("month")}/${of("day")}/${of("year")} ${clock}`;
}

/** The local time as if it were UTC: workbooks keep no zone. */
export function localTimeOf(iso: string, timeZone: string): Date | "" {
  if (iso === "") return "";
  const at = new Date(iso.replace(/Z?$/, "Z"));
  const said = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  }).format(at);
  return new Date(`${said.replace(" ", "T")}Z`);
}
