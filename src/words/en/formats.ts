// English: numbers, dates, durations and lists.
import { makeFormats } from "../formats.ts";

export const { count, some, list, either, duration, span, time, percent, megabytes } = makeFormats({
  locale: "en-US",
  to: "to",
});
