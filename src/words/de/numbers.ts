// German: numbers and durations as sentences carry them.
import { count, duration, some, span } from "./formats.ts";

export const zahl = count;
export const einige = some;
export const dauer = duration;

/** "etwa 12 Minuten", "5 bis 8 Sekunden". */
export function spanne(low: number, high: number): string {
  const { text, exact } = span(low, high);
  return exact ? `etwa ${text}` : text;
}
