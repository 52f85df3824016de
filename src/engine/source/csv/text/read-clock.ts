// A time of day that stands alone in a cell: `2:05 PM`, `14:05`, or with the day that spreadsheets give it.

const CLOCK = /^(\d{1,2})[:.]?(\d{2})?(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap]\.?\s?m\.?)?(?:\s*Uhr)?$/i;
/** Excel's and Access' day zero. */
const DAY_ZERO =
  /^(?:12\/30\/1899|30[./]12[./]1899|1899-12-30|1899-12-31|0?1\/0?[01]\/1900|1900-01-0[01])[T ]+/;

/** `14:05:00`; undefined for anything that is more, or less, than a time of day. */
export function readClock(text: string | undefined): string | undefined {
  const plain = text?.trim().replace(/^'/, "").replace(DAY_ZERO, "") ?? "";
  // A fraction of a day, as spreadsheets count.
  if (/^0?\.\d+$/.test(plain))
    return new Date(Math.round(Number(plain) * 86_400) * 1000).toISOString().slice(11, 19);
  const match = CLOCK.exec(plain);
  if (!match || (match[2] === undefined && match[4] === undefined)) return undefined;
  const [, hourText, minute = "00", second = "00", half] = match;
  const hour = Number(hourText);
  if (half && (hour < 1 || hour > 12)) return undefined;
  const hours = half ? (hour % 12) + (/^p/i.test(half) ? 12 : 0) : hour;
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${String(hours).padStart(2, "0")}:${minute}:${second}`;
}
