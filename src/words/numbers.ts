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

export const shortHash = (hash: string): string => hash.slice(0, 12);
