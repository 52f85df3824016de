// Reads a row field by field: what a field can't hold is left out and named, and the row is still read.
import type { z } from "zod";
import type { Saying } from "../../../model/sayings/saying.ts";
import type { SourceGap } from "../../port.ts";
import { readDate } from "./border.ts";

export type ReadRow<T> =
  | { readonly row: T; readonly dropped: readonly { readonly field: string; readonly reason: Saying }[] }
  /** Without its id, or without what makes it a row at all, it can't be read. */
  | { readonly reason: Saying };

/** So many odd fields in one row: it is another row than we think. */
const MOST_DROPPED = 20;

/** Of a list inside a row, the odd entry goes; else the odd field alone. Values are never quoted. */
export function readRow<S extends z.ZodType>(schema: S, row: unknown): ReadRow<z.output<S>> {
  let tried = completeInfo(row);
  const dropped: { field: string; reason: Saying }[] = [];
  for (;;) {
    const read = schema.safeParse(tried);
    if (read.success) return { row: read.data, dropped };
    const [issue] = read.error.issues;
    const cut = issue === undefined ? undefined : cutPath(issue.path);
    const rest = cut && without(tried, cut);
    if (issue === undefined || cut === undefined || rest === undefined || dropped.length >= MOST_DROPPED) {
      return { reason: reasonOf(issue) };
    }
    dropped.push({ field: nameOf(cut), reason: reasonOf(issue) });
    tried = rest;
  }
}

/** Where answers put who entered a record and when: in `_info`, at the top level, or under another name. */
const INFO: Readonly<Record<string, readonly string[]>> = {
  dateEntered: ["dateEntered", "createdDate", "dateCreated"],
  enteredBy: ["enteredBy", "createdBy"],
  lastUpdated: ["lastUpdated", "updatedDate", "dateUpdated"],
  updatedBy: ["updatedBy"],
};

/** The row with all of it in `_info`; a date that can't be read gives way to one that can. */
function completeInfo(row: unknown): unknown {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return row;
  const own = row as Record<string, unknown>;
  const info = own._info ?? {};
  if (typeof info !== "object" || info === null) return row;
  const completed: Record<string, unknown> = { ...info };
  for (const [name, names] of Object.entries(INFO)) {
    const found = names.flatMap((one) => [(info as Record<string, unknown>)[one], own[one]]);
    const isDate = /date|updated$/i.test(name);
    const fits = (value: unknown) => typeof value === "string" && (!isDate || readDate(value) !== undefined);
    const best = found.find(fits);
    if (best !== undefined) completed[name] = best;
  }
  return Object.keys(completed).length === 0 ? row : { ...own, _info: completed };
}

/** Which field and why; never quotes other fields' values. */
function reasonOf(issue: z.core.$ZodIssue | undefined): Saying {
  const field = issue?.path.join(".") || "(row)";
  if (issue?.code === "custom" && typeof issue.params?.noDate === "string") {
    return { code: "field_no_date", args: { field, text: issue.params.noDate } };
  }
  const expected = issue?.code === "invalid_type" ? { expected: issue.expected } : {};
  return { code: "field_unreadable", args: { field, problem: issue?.code ?? "unknown", ...expected } };
}

export function gapOfField(id: string, field: string, reason: Saying): SourceGap {
  return {
    part: `field ${field}`,
    id,
    cause: { saying: { code: "part_row_unreadable", args: { of: "field", id: field, reason } } },
  };
}

/** Up to the entry of a list; undefined for the id, which a row must have. */
function cutPath(path: readonly PropertyKey[]): readonly PropertyKey[] | undefined {
  if (path.length === 0 || path[0] === "id") return undefined;
  const entry = path.findIndex((key) => typeof key === "number");
  return entry < 0 ? path : path.slice(0, entry + 1);
}

const nameOf = (path: readonly PropertyKey[]) =>
  path
    .filter((key) => typeof key !== "number")
    .map(String)
    .join(".");

/** A copy without what stands at the path; undefined where nothing stands there, so that nothing is gained. */
function without(value: unknown, [key, ...rest]: readonly PropertyKey[]): unknown {
  if (typeof value !== "object" || value === null || key === undefined || !(key in value)) return undefined;
  if (Array.isArray(value)) {
    return rest.length === 0 ? value.filter((_entry, at) => at !== key) : undefined;
  }
  const { [key]: inner, ...others } = value as Record<PropertyKey, unknown>;
  if (rest.length === 0) return others;
  const cut = without(inner, rest);
  return cut === undefined ? undefined : { ...others, [key]: cut };
}
