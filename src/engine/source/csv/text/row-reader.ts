// One row by its fields: texts, dates, numbers, flags; what can't be read says so, with the column's name.
import { InputError, SkipError } from "../../../errors.ts";
import type { CustomFieldValue } from "../../../model/source.ts";
import type { CsvFile } from "../columns/describe-folder.ts";
import { type DateOrder, readDate } from "./read-date.ts";
import { readFlag, readNumber } from "./read-values.ts";

export interface Row {
  /** `tickets.csv line 12`. */
  readonly place: string;
  /** As it stands in the file; undefined when empty. */
  raw(field: string): string | undefined;
  /** Trimmed; undefined when blank. */
  text(field: string): string | undefined;
  /** Undefined when blank. @throws SkipError when it is none */
  id(field: string): string | undefined;
  /** ISO-8601 UTC. @throws SkipError when it is none */
  date(field: string): string | undefined;
  number(field: string): number | undefined;
  flag(field: string): boolean | undefined;
  has(field: string): boolean;
  customFields(): CustomFieldValue[];
}

export interface Dates {
  read(text: string, place: string): string | undefined;
  /** @throws InputError when day and month were ambiguous somewhere and no order was told */
  requireOrder(): void;
}

const EXAMPLES = 5;

/** @param zone local time to UTC */
export function makeDates(order: DateOrder | undefined, zone: (localMs: number) => number): Dates {
  const examples: string[] = [];
  const requireOrder = () => {
    if (examples.length === 0) return;
    throw new InputError({
      code: "csv_date_order",
      message: `Day and month can't be told apart in dates such as ${examples.join(", ")}.`,
      remedy: 'Say how they are written: "dateOrder": "dmy", "mdy" or "ymd" under source.csv.',
    });
  };
  return {
    read(text, place) {
      const read = readDate(text, order, zone);
      if (read.kind === "date") return read.iso;
      if (read.kind === "ambiguous") {
        examples.push(`“${text.slice(0, 30)}” (${place})`);
        // Reading on would find the same again and again.
        if (examples.length >= EXAMPLES) requireOrder();
      }
      return undefined;
    },
    requireOrder,
  };
}

export function unreadable(reason: string): SkipError {
  return new SkipError({
    code: "row_unreadable",
    message: reason,
    remedy: "Correct the row in the export, or export it again.",
  });
}

const ID = /^[^\p{C}\s]{1,100}$/u;

/** `#10,001` and `10001.0`, as spreadsheets show numbers, are 10001. */
export function cleanId(text: string): string | undefined {
  const plain = text.replaceAll("\0", "").trim().replace(/^#\s*/, "");
  if (/^\d{1,3}(,\d{3})+$/.test(plain)) return plain.replaceAll(",", "");
  const id = plain.replace(/^(\d+)\.0+$/, "$1").replace(/\s+/g, "-");
  return ID.test(id) ? id : undefined;
}

export function makeRow(file: CsvFile, cells: readonly string[], line: number, dates: Dates): Row {
  const place = `${file.name} line ${line}`;
  const raw = (field: string) => {
    const at = file.at.get(field);
    return at === undefined ? undefined : cells[at] || undefined;
  };
  const text = (field: string) => raw(field)?.trim() || undefined;
  const read = <T>(field: string, what: string, parse: (text: string) => T | undefined): T | undefined => {
    const found = text(field);
    if (found === undefined) return undefined;
    const value = parse(found);
    if (value !== undefined) return value;
    const header = file.columns[file.at.get(field) ?? -1]?.header ?? field;
    throw unreadable(`“${found.slice(0, 40)}” in column “${header}” is no ${what}`);
  };
  return {
    place,
    raw,
    text,
    has: (field) => file.at.has(field),
    id: (field) => read(field, "id", cleanId),
    date: (field) => read(field, "date", (found) => dates.read(found, place)),
    number: (field) => read(field, "number", (found) => readNumber(found, file.format.separator === ";")),
    flag: (field) => read(field, "yes or no", readFlag),
    customFields: () =>
      file.columns.flatMap(({ header, use }, at) => {
        const value = use.kind === "custom" ? cells[at] : undefined;
        if (use.kind !== "custom" || !value?.trim()) return [];
        return [{ id: use.id, caption: header, type: "Text", value }];
      }),
  };
}
