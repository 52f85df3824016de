// What divides the cells of a file: the candidate that gives the same number of cells in most rows.
import { parse } from "csv-parse/sync";

const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface Dialect {
  readonly separator: Separator;
  /** True when Excel's line `sep=;` stands before the header. */
  readonly declared: boolean;
  readonly headers: readonly string[];
}

const ROWS_LOOKED_AT = 50;

/** @param head the beginning of the file; its last row may be cut */
export function detectDialect(head: string): Dialect {
  const declaration = /^\s*sep=([,;\t|])\r?\n/i.exec(head);
  const body = declaration ? head.slice(declaration[0].length) : head;
  const candidates = declaration ? [declaration[1] as Separator] : SEPARATORS;
  let best: Dialect & { readonly score: number } = {
    separator: ",",
    declared: declaration !== null,
    headers: [],
    score: -1,
  };
  for (const separator of candidates) {
    const rows = parse(body, {
      ...PARSING,
      delimiter: separator,
      to: ROWS_LOOKED_AT,
      skip_records_with_error: true,
    }) as string[][];
    const headers = rows[0] ?? [];
    const fitting = rows.filter((row) => row.length === headers.length).length;
    const score = headers.length < 2 ? 0 : headers.length * (fitting / rows.length) ** 2;
    if (score > best.score) best = { separator, declared: declaration !== null, headers, score };
  }
  const { separator, declared, headers } = best;
  return { separator, declared, headers };
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
