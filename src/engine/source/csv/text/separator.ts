// What divides the cells of a file: the candidate that gives the same number of cells in most rows.
import { parse } from "csv-parse/sync";

const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface Dialect {
  readonly separator: Separator;
  /** True when Excel's line `sep=;` stands before everything else. */
  readonly declared: boolean;
  /** The first rows; the last one may be cut. */
  readonly rows: readonly (readonly string[])[];
}

const ROWS_LOOKED_AT = 60;

/** @param head the beginning of the file; its last row may be cut */
export function detectDialect(head: string): Dialect {
  const declaration = /^\s*sep=([,;\t|])\r?\n/i.exec(head);
  const body = declaration ? head.slice(declaration[0].length) : head;
  const candidates = declaration ? [declaration[1] as Separator] : SEPARATORS;
  let best: Dialect & { readonly score: number } = {
    separator: ",",
    declared: declaration !== null,
    rows: [],
    score: -1,
  };
  for (const separator of candidates) {
    const rows = parse(body, {
      ...PARSING,
      delimiter: separator,
      to: ROWS_LOOKED_AT,
      skip_records_with_error: true,
    }) as string[][];
    const width = widthOf(rows);
    const fitting = rows.filter((row) => row.length === width).length;
    const score = width < 2 ? 0 : width * (fitting / rows.length) ** 2;
    if (score > best.score) best = { separator, declared: declaration !== null, rows, score };
  }
  const { score: _, ...dialect } = best;
  return dialect;
}

/** The first row's cells; below title lines, which have one, those that most rows have. */
function widthOf(rows: readonly (readonly string[])[]): number {
  const [first = []] = rows;
  if (first.length > 1) return first.length;
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/**
 * Quotes within a cell are taken as they are, and a quoted cell ends only where a separator or a line's end
 * follows: exports often forget to double them, and nothing gets lost that way.
 */
export const PARSING = {
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ["\r\n", "\n", "\r"],
};
