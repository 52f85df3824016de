// Dates and the `_info` block as ConnectWise writes them: UTC seconds, every member a string.
export interface Info {
  readonly lastUpdated: string;
  readonly updatedBy: string;
  readonly dateEntered: string;
  readonly enteredBy: string;
  readonly [key: string]: string;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** `yyyy-MM-ddTHH:mm:ssZ`, from milliseconds since the epoch. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** The same without its zone, as some answers come. */
export function naive(iso: string): string {
  return iso.replace(/Z$/, "");
}

export function infoOf(
  enteredMs: number,
  updatedMs: number,
  enteredBy = "Admin1",
  updatedBy = enteredBy,
): Info {
  return {
    lastUpdated: isoSeconds(updatedMs),
    updatedBy,
    dateEntered: isoSeconds(enteredMs),
    enteredBy,
  };
}
