// Which object a file holds, by its name and, where that says nothing, by its headers.
import { CSV_OBJECTS, type CsvObject, NEEDED_FIELDS, NEEDS_ID } from "./captions.ts";
import { countKnown } from "./claim-fields.ts";
import { assembleColumnMap } from "./column-map.ts";

/** In this order: “ticket notes” are notes, “company contacts” are contacts. */
const NAMES: readonly (readonly [RegExp, CsvObject])[] = [
  [/note|discussion|comment|notiz|kommentar/i, "note"],
  [/time|zeit|stunden/i, "timeEntry"],
  [/status/i, "status"],
  [/contact|kontakt|ansprechpartner/i, "contact"],
  [/compan|firm|account|kunden|unternehmen/i, "company"],
  [/member|resource|technician|techniker|mitarbeiter/i, "member"],
  [/board/i, "board"],
  [/priorit/i, "priority"],
  [/\bslas?\b/i, "sla"],
  [/ticket|incident|\bcases?\b|vorgang|vorgänge|service/i, "ticket"],
];

/** By headers, at least so many known columns are wanted. */
const CERTAIN = 4;

/** @param titles what the table may be called by, the surest first */
export function guessObject(titles: readonly string[], headers: readonly string[]): CsvObject | undefined {
  const named = titles.flatMap(
    (name) => NAMES.find(([word]) => word.test(name.replace(/[_\d]+/g, " ")))?.[1] ?? [],
  );
  const fitting = named.find((object) => hasNeeded(object, headers));
  if (fitting) return fitting;
  let best: { readonly object: CsvObject; readonly known: number } | undefined;
  for (const object of CSV_OBJECTS) {
    const { length } = fieldsOf(object, headers);
    if (length < CERTAIN || !hasNeeded(object, headers)) continue;
    if (!best || length > best.known) best = { object, known: length };
  }
  return best?.object ?? named[0];
}

const fieldsOf = (object: CsvObject, headers: readonly string[]): readonly string[] =>
  assembleColumnMap(object, headers).columns.flatMap(({ use }) => (use.kind === "field" ? [use.field] : []));

/** The fields without which rows of the object mean nothing, and that these headers lack. */
export function listMissing(object: CsvObject, fields: { has(field: string): boolean }): readonly string[] {
  const needed = [...(NEEDS_ID.has(object) ? ["id"] : []), ...(NEEDED_FIELDS[object] ?? [])];
  return needed.filter((one) => !one.split("|").some((field) => fields.has(field)));
}

const hasNeeded = (object: CsvObject, headers: readonly string[]) =>
  listMissing(object, new Set(fieldsOf(object, headers))).length === 0;

/** Titles stand above the headers of reports; so many lines of them are looked through. */
const MOST_TITLES = 20;

/** Numbers and dates stand in records; no column is called so. */
const VALUE = /^[#'=]?\d+(?:[.,:/\s-]+\d+)*(?:\s?[ap]m)?$/i;

/**
 * Which row of a file's beginning is its header: the first, unless one below it names columns and the first names
 * none.
 */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const known = (row: readonly string[]) =>
    row.filter((cell) => cell !== "").length < 2 || row.some((cell) => VALUE.test(cell.trim()))
      ? 0
      : Math.max(...CSV_OBJECTS.map((one) => countKnown(one, row)));
  const [first = []] = rows;
  if (known(first) > 0) return 0;
  const counts = rows.slice(0, MOST_TITLES).map(known);
  const most = Math.max(0, ...counts);
  return most < 2 ? 0 : counts.indexOf(most);
}
