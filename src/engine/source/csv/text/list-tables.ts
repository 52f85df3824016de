// The tables that a file holds: one in a CSV file, one a sheet in a workbook; with their first rows.
import { basename } from "node:path";
import { openWorkbook } from "../workbook/open-workbook.ts";
import { decodeHead, detectEncoding } from "./encoding.ts";
import type { FileFormat } from "./read-segment.ts";
import type { SheetFormat } from "./read-sheet-rows.ts";
import { detectDialect } from "./separator.ts";

export interface Table {
  /** `notes.csv`; of several sheets `desk.xlsx/Notes`. */
  readonly name: string;
  /** What it may be called by: the sheet's name and the file's. */
  readonly titles: readonly string[];
  /** In words: encoding and separator. */
  readonly how: string;
  readonly rows: readonly (readonly string[])[];
  /** Complete but for where the header stands. */
  readonly format: Omit<FileFormat, "headerRows"> | Omit<SheetFormat, "headerRows">;
  /** Rows that stand before `rows`. */
  readonly skipped: number;
  /** Characters that are damaged. */
  readonly broken: number;
}

const SEPARATORS = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" } as const;
const ROWS_LOOKED_AT = 60;

/** @throws WorkbookError for a workbook that can't be read */
export function listTables(path: string): Promise<readonly Table[]> {
  return /\.xls[xm]$/i.test(path) ? listSheets(path) : listFile(path);
}

async function listFile(path: string): Promise<readonly Table[]> {
  const { encoding, broken } = await detectEncoding(path);
  const { separator, declared, rows } = detectDialect(await decodeHead(path, encoding));
  const name = basename(path);
  const how = `${encoding.toUpperCase()}, divided by ${SEPARATORS[separator]}`;
  const format = { kind: "csv", path, encoding, separator } as const;
  return [{ name, titles: [name], how, rows, format, skipped: declared ? 1 : 0, broken }];
}

async function listSheets(path: string): Promise<readonly Table[]> {
  const workbook = await openWorkbook(path);
  const file = basename(path);
  const tables: Table[] = [];
  try {
    for (const sheet of workbook.sheets) {
      const rows: (readonly string[])[] = [];
      for await (const { cells } of workbook.rows(sheet)) {
        rows.push(cells);
        if (rows.length >= ROWS_LOOKED_AT) break;
      }
      if (rows.length === 0) continue;
      const format = { kind: "sheet", path, sheet } as const;
      tables.push({
        name: `${file}/${sheet}`,
        titles: [sheet, file],
        how: "Excel",
        rows,
        format,
        skipped: 0,
        broken: 0,
      });
    }
  } finally {
    workbook.close();
  }
  const [only, ...others] = tables;
  return only && others.length === 0 ? [{ ...only, name: file }] : tables;
}
