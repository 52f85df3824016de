// Lines of the CSV files that we write: RFC 4180 with CRLF, and nothing in them that a spreadsheet would run.

export type CsvValue = string | number | boolean | undefined;

/** A mark at a file's start that makes spreadsheets read UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Where a cell may begin: a spreadsheet set to another separator cuts at that one, quotes or not, and some cut at
 * line ends inside of quotes.
 */
const BEGINNINGS = /([,;|\t\r\n]+)/;
/** A formula by the signs that begin one, full-width and small forms too, behind what importers strip. */
const FORMULA = /^[\p{Z}\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
const STRIPPED = /^[\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
const QUOTED = /[",;|\t\r\n]|^\s|\s$/;

/** An apostrophe before whatever would begin a formula makes it a text; a plain number is none. */
function disarm(text: string): string {
  if (NUMBER.test(text)) return text;
  const parts = text.split(BEGINNINGS).map((part) => (FORMULA.test(part) ? `'${part}` : part));
  const disarmed = parts.join("");
  return STRIPPED.test(disarmed) ? `'${disarmed}` : disarmed;
}

function csvCell(value: CsvValue): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = disarm(value.toWellFormed().replaceAll("\0", ""));
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line with its end. Lone surrogates become U+FFFD and NUL goes: neither is text to a spreadsheet. */
export function csvLine(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
