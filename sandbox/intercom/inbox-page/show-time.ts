// Times as the inbox shows them: UTC, in words, with the machine's form beside.
import { html } from "hono/html";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const MINUTE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

/** Unix seconds in; only the day with `precision` day. */
export function showTime(seconds: number, precision: "day" | "minute" = "minute") {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const text = precision === "day" ? DAY.format(date) : `${MINUTE.format(date)} UTC`;
  return html`<time datetime="${date.toISOString()}">${text}</time>`;
}
