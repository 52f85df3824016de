// A row as it was read, or what could not be read of it.

export interface BrokenRow {
  readonly kind: "broken";
  readonly line: number;
  readonly toLine: number;
  readonly reason: string;
  /** What its beginning still shows; maybe nothing. */
  readonly cells: readonly string[];
}

export type ReadRow =
  | { readonly kind: "row"; readonly line: number; readonly cells: readonly string[] }
  | BrokenRow;

export interface RowShape {
  /** Cells of the header. */
  readonly width: number;
  /** True when these cells, as many as the header's, can be a row: an id is where it belongs. */
  readonly fits: (cells: readonly string[]) => boolean;
  /** True when these cells, too many or too few, begin a row of their own, rather than belong to the one above. */
  readonly begins: (cells: readonly string[]) => boolean;
}

/** Spreadsheets add empty cells at the end of some rows; they say nothing. */
export function withoutEmptyTail(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width || cells.slice(width).some((cell) => cell !== "")) return cells;
  return cells.slice(0, width);
}
