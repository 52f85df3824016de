// English: durations as sentences carry them.
import { span } from "./formats.ts";

/** "about 12 minutes", "5 to 8 seconds". */
export function about(low: number, high: number): string {
  const { text, exact } = span(low, high);
  return exact ? `about ${text}` : text;
}
