// Which object a file holds, by its name and, where that says nothing, by its headers.
import { CSV_OBJECTS, type CsvObject, NEEDED_FIELDS, NEEDS_ID } from "./captions.ts";
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
  [/ticket|incident|\bcases?\b|vorgang|vorgänge/i, "ticket"],
];

/** By headers, at least so many known columns are wanted. */
const CERTAIN = 4;

export function guessObject(name: string, headers: readonly string[]): CsvObject | undefined {
  const named = NAMES.find(([word]) => word.test(name.replace(/[_\d]+/g, " ")))?.[1];
  if (named) return named;
  let best: { readonly object: CsvObject; readonly known: number } | undefined;
  for (const object of CSV_OBJECTS) {
    const fields = assembleColumnMap(object, headers).columns.flatMap(({ use }) =>
      use.kind === "field" ? [use.field] : [],
    );
    const needed = [...(NEEDS_ID.has(object) ? ["id"] : []), ...(NEEDED_FIELDS[object] ?? [])];
    if (fields.length < CERTAIN || !needed.every((field) => fields.includes(field))) continue;
    if (!best || fields.length > best.known) best = { object, known: fields.length };
  }
  return best?.object;
}
