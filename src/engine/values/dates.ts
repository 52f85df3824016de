// Dates of the source (ISO-8601, sometimes naive) as Unix seconds, and the window that Intercom takes.

/** 2000-01-01T00:00:00Z: nothing older is believed, and a wrong date is never replaced by "now". */
const EARLIEST = 946_684_800;

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Unix seconds; undefined when the text is no date. A date without a zone is UTC, as ConnectWise's are. */
export function toUnix(text: string | undefined): number | undefined {
  const match = text === undefined ? null : ISO.exec(text.trim());
  if (!match) return undefined;
  const ms = Date.parse(`${match[1]}T${match[2] ?? "00:00:00"}${match[3]?.toUpperCase() ?? "Z"}`);
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}

/** `2026-01-01T00:00:00Z`. */
export function toIso(unix: number): string {
  return `${new Date(unix * 1000).toISOString().slice(0, 19)}Z`;
}

/** True when Intercom may be told that something happened then. */
export function isBelievable(unix: number | undefined, runAt: number): unix is number {
  return unix !== undefined && unix >= EARLIEST && unix <= runAt;
}
