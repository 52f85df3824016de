// What a file's rows show as a whole: footers that are no records, cells that Excel cut, notes without a date.
import { type CsvObject, NEEDED_FIELDS } from "../columns/captions.ts";
import type { CsvFile } from "../columns/describe-folder.ts";
import { cleanId, cleanKey } from "../text/read-id.ts";
import type { ReadRow } from "../text/read-row.ts";

/** Excel keeps no more characters in a cell, and cuts without a word. */
const EXCEL_CELL = 32_767;
/** A total, a page number, who made the report: in a header of fewer columns nothing tells them from a record. */
const FEW_COLUMNS = 3;

/** @param idAt the column of the id, or of the ticket that a row hangs on */
export function makeRowTally(file: CsvFile, idAt: number) {
  const footers: { readonly line: number; readonly text: string }[] = [];
  const cut: { readonly line: number; readonly header: string }[] = [];
  const odd = new Map<string, { count: number; readonly line: number; readonly cell: string }>();
  let undated = 0;
  const lenient = new Set<CsvObject>(["company", "board", "status", "priority", "sla", "member"]);
  const clean = lenient.has(file.object) ? cleanKey : cleanId;
  const needed = (NEEDED_FIELDS[file.object] ?? [])
    .flatMap((fields) => fields.split("|"))
    .flatMap((field) => file.at.get(field) ?? [])
    .filter((at) => at !== idAt);
  const noDates = file.object === "note" && !file.at.has("dateCreated") && !file.at.has("lastUpdated");

  return {
    /** True for a line that is no record; counts it, and what Excel cut in others. */
    isNoRecord({ cells, line }: ReadRow): boolean {
      for (const [at, cell] of cells.entries()) {
        if (cell.length === EXCEL_CELL) cut.push({ line, header: file.columns[at]?.header ?? "" });
      }
      const filled = cells.filter((cell) => cell.trim() !== "");
      const [first = ""] = filled;
      if (filled.length === 0 || file.columns.length < FEW_COLUMNS) return false;
      const blank = needed.length > 0 && needed.every((at) => (cells[at] ?? "").trim() === "");
      const isId = clean(cells[idAt] ?? "") !== undefined;
      if (filled.length > 1 && (isId || !blank || filled.length > FEW_COLUMNS)) return false;
      footers.push({ line, text: first.slice(0, 60) });
      return true;
    },
    /** For cells that nobody can read and a record does without. */
    addOdd: (line: number) => (header: string, cell: string) => {
      const known = odd.get(header) ?? { count: 0, line, cell: cell.slice(0, 40) };
      odd.set(header, known);
      known.count += 1;
    },
    /** True for a note of a file that says nowhere when its notes were written: they are told once. */
    isUndated(): boolean {
      if (noDates) undated += 1;
      return noDates;
    },
    sayUndated: () =>
      undated === 0
        ? undefined
        : `${file.name} says nowhere when its ${undated} notes were written, and they can't be put in their places`,
    remarks(): readonly string[] {
      const [footer] = footers;
      const [cell] = cut;
      const unread = [...odd].map(
        ([header, { count, line, cell: text }]) =>
          `${file.name}: ${count} cells of “${header}” can't be read (line ${line}: “${text}”), and are left empty.`,
      );
      return [
        ...unread,
        ...(footer
          ? [
              `${file.name}: ${footers.length} lines are no records, such as line ${footer.line} (“${footer.text}”); they are passed over.`,
            ]
          : []),
        ...(cell
          ? [
              `${file.name}: ${cut.length} cells have exactly 32,767 characters, the most that Excel keeps: what followed is lost (line ${cell.line}, “${cell.header}”). Export without Excel to have it whole.`,
            ]
          : []),
      ];
    },
  };
}
