// What a workbook's numbers mean by the formats of their cells: dates, times, lengths of time, or numbers.
import type { Zip } from "./open-zip.ts";
import { parseXml } from "./parse-xml.ts";

export type Meaning = "number" | "date" | "time" | "duration";

const PART = "xl/styles.xml";
/** ECMA-376, 18.8.30: formats without a code in the file. */
const BUILT_IN: readonly (readonly [from: number, to: number, meaning: Meaning])[] = [
  [14, 17, "date"],
  [18, 21, "time"],
  [22, 22, "date"],
  [27, 36, "date"],
  [45, 45, "time"],
  [46, 46, "duration"],
  [47, 47, "time"],
  [50, 58, "date"],
];

/** By the number of a cell's style (`s`). */
export async function readNumberFormats(zip: Zip): Promise<readonly Meaning[]> {
  if (zip.sizeOf(PART) === undefined) return [];
  const custom = new Map<number, Meaning>();
  const styles: number[] = [];
  let within = false;
  await parseXml(zip.text(PART), {
    open(name, { numFmtId, formatCode = "" }) {
      if (name === "numFmt") custom.set(Number(numFmtId), meaningOf(formatCode));
      else if (name === "cellXfs") within = true;
      else if (name === "xf" && within) styles.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === "cellXfs") within = false;
    },
  });
  return styles.map(
    (id) => custom.get(id) ?? BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? "number",
  );
}

/** `m/d/yyyy h:mm` is a date, `h:mm` a time, `[h]:mm` a length of time; what stands in quotes says nothing. */
function meaningOf(code: string): Meaning {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return "duration";
  const [plain = ""] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").split(";");
  if (/general/i.test(plain)) return "number";
  if (/[yd]/i.test(plain) || /m{3,}/i.test(plain)) return "date";
  return /[hs]/i.test(plain) ? "time" : "number";
}

const DAY_MS = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01; workbooks of old Macs count from 1904. */
const EPOCH = 25_569;
const EPOCH_1904 = 24_107;

/** As people's tools print it: a local time without a zone, `14:05:00`, `1:30`, or the number. */
export function sayNumber(text: string, meaning: Meaning, from1904: boolean): string {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) return text;
  if (meaning === "duration") {
    const minutes = Math.round(value * 24 * 60);
    return `${Math.trunc(minutes / 60)}:${String(Math.abs(minutes % 60)).padStart(2, "0")}`;
  }
  if (meaning === "number" || value < 0 || value > 2_958_466) return sayPlain(value);
  const ms = Math.round((value - (from1904 ? EPOCH_1904 : EPOCH)) * (DAY_MS / 1000)) * 1000;
  const iso = new Date(ms).toISOString().slice(0, 19);
  return meaning === "time" || value < 1 ? iso.slice(11) : iso;
}

/** Fifteen digits are all that Excel keeps; `0.1 + 0.2` is 0.3 to whoever typed it. */
const sayPlain = (value: number) =>
  Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
