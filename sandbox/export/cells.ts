// Cells of a report from a tenant's records, whose fields are loosely typed.
import type { CustomFieldValue } from "../tenant/records.ts";
import type { Cell } from "./write-csv.ts";

/** One file of the export. */
export interface Report {
  readonly name: string;
  readonly captions: readonly string[];
  readonly rows: Iterable<Readonly<Record<string, Cell>>>;
}

/** How the export prints an ISO date; empty for anything else. */
export type SayDate = (iso: unknown) => string | Date;

export const customOf = (fields: readonly CustomFieldValue[]): Record<string, Cell> =>
  Object.fromEntries(fields.map(({ caption, value }) => [caption, value]));

export const textOf = (value: unknown): Cell =>
  value === undefined || value === null ? undefined : String(value);

export function nameOf(value: unknown): Cell {
  return typeof value === "object" && value !== null ? textOf(Reflect.get(value, "name")) : undefined;
}
