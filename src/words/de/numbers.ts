// German: numbers and durations as sentences carry them.
import { count } from "../numbers.ts";

export const zahl = (value: number): string => count(value, "de-DE");
export const einige = (value: number, one: string, many: string): string =>
  `${zahl(value)} ${value === 1 ? one : many}`;

/** "40 Sekunden", "12 Minuten", "3,5 Stunden". */
export function dauer(seconds: number): string {
  if (seconds < 90) return einige(Math.max(1, Math.round(seconds)), "Sekunde", "Sekunden");
  if (seconds < 90 * 60) return einige(Math.round(seconds / 60), "Minute", "Minuten");
  return `${zahl(Math.round(seconds / 360) / 10)} Stunden`;
}

/** "etwa 12 Minuten", "5 bis 8 Sekunden". */
export function spanne(low: number, high: number): string {
  const [from, to] = [dauer(low), dauer(high)];
  if (from === to) return `etwa ${to}`;
  const [, number, unit] = /^(\S+) (\S+)$/.exec(from) ?? [];
  return unit !== undefined && to.endsWith(unit) ? `${number} bis ${to}` : `${from} bis ${to}`;
}
