// Rows as CSV (RFC 4180) that a spreadsheet opens without running anything in it.

export type CsvValue = string | number | boolean | undefined;

/** A text that a spreadsheet would take as a formula gets an apostrophe before it. */
function cell(value: CsvValue): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = value.toWellFormed().replaceAll("\0", "");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}
