// The rows of a file one by one, and by line what could not be read; one lost quote costs a row, not the file.
import { parse } from "csv-parse/sync";
import { type BrokenRow, type ReadRow, type RowShape, withoutEmptyTail } from "./read-row.ts";
import { type FileFormat, openSegment, type Place, type Segment } from "./read-segment.ts";
import { readSheetRows, type SheetFormat } from "./read-sheet-rows.ts";
import { PARSING } from "./separator.ts";

/** After so many rows without an end, the rest of the file is given up. */
const MOST_RESTARTS = 50;

/**
 * A row with other cells than the header's is broken. If it spans lines, a quote may be missing and whole rows be
 * swallowed: reading begins again at the line below it, and lines that are no rows are counted to the broken one.
 */
export function readRows(format: FileFormat | SheetFormat, shape: RowShape): AsyncGenerator<ReadRow> {
  return format.kind === "csv" ? readFileRows(format, shape) : readSheetRows(format, shape);
}

async function* readFileRows(format: FileFormat, shape: RowShape): AsyncGenerator<ReadRow> {
  let from: Place | undefined = { bytes: 0, lines: 0 };
  let headers = format.headerRows;
  let broken: BrokenRow | undefined;
  for (let restarts = 0; from !== undefined; restarts += 1) {
    const mayRestart = restarts < MOST_RESTARTS;
    const segment = openSegment(format, from, broken !== undefined);
    let again: Place | undefined;
    let last: Place | undefined;
    for await (const { cells: read, end } of segment.rows) {
      const begin = last ?? segment.begin;
      last = end;
      if (headers > 0) {
        headers -= 1;
        continue;
      }
      const cells = withoutEmptyTail(read, shape.width);
      if (cells.every((cell) => cell === "")) continue;
      if (broken?.cells.length === 0) broken = completed(broken, segment, format);
      const inner = newlinesIn(cells);
      const line = end.lines - inner;
      if (cells.length === shape.width && shape.fits(cells)) {
        if (broken) yield broken;
        broken = undefined;
        yield { kind: "row", line, cells };
        continue;
      }
      if (broken && !shape.begins(cells)) {
        broken = { ...broken, toLine: end.lines };
        continue;
      }
      if (broken) yield broken;
      broken = { kind: "broken", line, toLine: end.lines, reason: misshapen(cells, shape.width), cells };
      if (inner > 0 && mayRestart) {
        broken = { ...broken, toLine: line };
        again = begin;
        break;
      }
    }
    from = again;
    if (again !== undefined) continue;
    const rest = last ?? segment.begin;
    if (broken?.cells.length === 0) broken = completed(broken, segment, format);
    if (segment.isUnclosed()) {
      const line = rest.lines + 1;
      if (broken) yield broken;
      broken = {
        kind: "broken",
        line,
        toLine: line,
        reason: "a quoted cell in it is never closed",
        cells: [],
      };
      if (mayRestart) from = rest;
      else broken = { ...broken, reason: `${broken.reason}, and the rest of the file can't be told apart` };
    } else if (broken && broken.toLine >= rest.lines && !segment.endsWithNewline) {
      broken = { ...broken, reason: `the file ends in the middle of it (${broken.reason})` };
    }
  }
  if (broken) yield broken;
}

function misshapen(cells: readonly string[], width: number): string {
  return cells.length === width
    ? "it has no id where the header says"
    : `it has ${cells.length} cells where the header has ${width}`;
}

function newlinesIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** What the dropped line, its first, tells about a row without an end. */
function completed(broken: BrokenRow, { begin, droppedLine }: Segment, format: FileFormat): BrokenRow {
  const line = Math.max(broken.line, begin.lines);
  return { ...broken, line, toLine: Math.max(line, broken.toLine), cells: cellsOf(droppedLine, format) };
}

/** The cells of one line whose last may be open. */
function cellsOf(line: string, format: FileFormat): readonly string[] {
  const closed = `${line.trimEnd()}${(line.match(/"/g)?.length ?? 0) % 2 === 1 ? '"' : ""}`;
  const options = { ...PARSING, delimiter: format.separator, skip_records_with_error: true };
  const [cells] = parse(closed, options) as string[][];
  return cells ?? [];
}
