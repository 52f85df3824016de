// Rows as a CSV file the way a report writes it: encoding, separator and quoting as asked.
import { writeFile } from "node:fs/promises";

export interface CsvDialect {
  readonly encoding?: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "windows-1252";
  readonly separator?: "," | ";" | "\t";
}

/** A date stands in workbooks alone: as Excel keeps one, without a zone. */
export type Cell = string | number | boolean | Date | null | undefined;

/** Columns by their captions, in order; a row without one has an empty cell there. */
export async function writeCsv(
  path: string,
  captions: readonly string[],
  rows: Iterable<Readonly<Record<string, Cell>>>,
  { encoding = "utf-8", separator = "," }: CsvDialect = {},
): Promise<void> {
  const lines = [captions.map((caption) => quote(caption, separator)).join(separator)];
  for (const row of rows) {
    lines.push(captions.map((caption) => quote(sayCell(row[caption]), separator)).join(separator));
  }
  await writeFile(path, encode(`${lines.join("\r\n")}\r\n`, encoding));
}

function sayCell(cell: Cell): string {
  if (cell === true) return "Yes";
  if (cell === false) return "No";
  return cell === null || cell === undefined ? "" : String(cell);
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What Windows-1252 has no letter for becomes a question mark, as in any old export. */
function encode(text: string, encoding: NonNullable<CsvDialect["encoding"]>): Buffer {
  if (encoding === "utf-8") return Buffer.from(text);
  if (encoding === "utf-8-bom") return Buffer.from(`\ufeff${text}`);
  if (encoding === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  return Buffer.from(Array.from(text, (letter) => WINDOWS_1252.get(letter) ?? 0x3f));
}

const WINDOWS_1252: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder("windows-1252").decode(Uint8Array.of(byte)),
    byte,
  ]),
);
