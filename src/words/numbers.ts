// Numbers, durations, people and times as sentences carry them.
import type { Actor } from "../engine/model/migration.ts";

export const person = (actor: Actor): string => `<@${actor.user}>`;

/** Slack shows it in the reader's own time zone. */
export function moment(at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1000);
  return Number.isFinite(seconds) ? `<!date^${seconds}^{date_short_pretty}, {time}|${at}>` : at;
}

/** "Nov 26, 2023, 4:56 PM UTC": where Slack shows plain text only. */
export function utc(at: number, locale: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return `${format.format(date).replace(/\s/g, " ")} UTC`;
}

export const count = (value: number, locale = "en-US"): string => value.toLocaleString(locale);
export const some = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** "about 40 seconds", "about 12 minutes", "about 3.5 hours". */
export function duration(seconds: number): string {
  if (seconds < 90) return some(Math.max(1, Math.round(seconds)), "second", "seconds");
  if (seconds < 90 * 60) return some(Math.round(seconds / 60), "minute", "minutes");
  return `${(seconds / 3600).toFixed(1)} hours`;
}

/** "about 12 minutes", "5 to 8 seconds", "50 seconds to 2 minutes": the unit once where it is the same. */
export function span(low: number, high: number): string {
  const [from, to] = [duration(low), duration(high)];
  if (from === to) return `about ${to}`;
  const [, number, unit] = /^(\S+) (\S+)$/.exec(from) ?? [];
  return unit !== undefined && to.endsWith(unit) ? `${number} to ${to}` : `${from} to ${to}`;
}

export const shortHash = (hash: string): string => hash.slice(0, 12);
