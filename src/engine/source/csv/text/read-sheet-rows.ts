// The rows of a sheet one by one, each as wide as its header; Excel leaves out the empty cells at a row's end.
import { openWorkbook } from "../workbook/open-workbook.ts";
import { WorkbookError } from "../workbook/open-zip.ts";
import { type ReadRow, type RowShape, withoutEmptyTail } from "./read-row.ts";

export interface SheetFormat {
  readonly kind: "sheet";
  readonly path: string;
  readonly sheet: string;
  /** Rows with cells before the first record: the header, and titles above it. */
  readonly headerRows: number;
}

/** Damage in the middle is a broken row, told as such: what stands before it was read. */
export async function* readSheetRows(format: SheetFormat, { width }: RowShape): AsyncGenerator<ReadRow> {
  const workbook = await openWorkbook(format.path);
  let headers = format.headerRows;
  let last = 0;
  try {
    for await (const { line, cells: read } of workbook.rows(format.sheet)) {
      last = line;
      if (headers > 0) {
        headers -= 1;
        continue;
      }
      const cells = withoutEmptyTail(read, width);
      if (cells.every((cell) => cell === "")) continue;
      if (cells.length > width) {
        const reason = `it has ${cells.length} cells where the header has ${width}`;
        yield { kind: "broken", line, toLine: line, reason, cells };
      } else {
        const missing = Array.from({ length: width - cells.length }, () => "");
        yield { kind: "row", line, cells: [...cells, ...missing] };
      }
    }
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const reason = `${error.message}: the rest can't be read`;
    yield { kind: "broken", line: last + 1, toLine: last + 1, reason, cells: [] };
  } finally {
    workbook.close();
  }
}
