// One row by its fields: texts, dates, numbers, flags; what can't be read says so, with the column's name.

import { SkipError } from "../../../errors.ts";
import type { CustomFieldValue } from "../../../model/source/source.ts";
import { namesASecret } from "../../../values/sensitive/name-sensitivity.ts";
import type { ListPart } from "../columns/api-names.ts";
import type { CsvFile } from "../columns/describe-folder.ts";
import { told } from "../told.ts";
import type { Dates } from "./dates.ts";
import { readClock } from "./read-clock.ts";
import { cleanId, cleanKey } from "./read-id.ts";
import { readFlag, readHours, readNumber, saysNothing, saysNoValue } from "./read-values.ts";

export interface Row {
  /** `tickets.csv line 12`. */
  readonly place: string;
  /** As it stands in the file; undefined when empty. */
  raw(field: string): string | undefined;
  /** Trimmed; undefined when blank, or when it says NULL or N/A. */
  text(field: string): string | undefined;
  /** A number of a record. Undefined when blank or 0. @throws SkipError when it is none */
  id(field: string): string | undefined;
  /** An id that may be a short name, as those of companies and boards. @throws SkipError when it is none */
  key(field: string): string | undefined;
  /** ISO-8601 UTC. @throws SkipError when it is none */
  date(field: string): string | undefined;
  /** A date whose time of day stands in a column of its own. @throws SkipError when it is none */
  moment(day: string, clock: string): string | undefined;
  number(field: string): number | undefined;
  /** `1.5` or `1:30`. */
  hours(field: string): number | undefined;
  flag(field: string): boolean | undefined;
  has(field: string): boolean;
  customFields(): CustomFieldValue[];
  /** What stands of one of the API's lists in columns of their own, or in one cell. */
  listed(list: ListPart["list"]): readonly Readonly<Record<string, unknown>>[];
}

export function unreadable(reason: string): SkipError {
  return new SkipError({ code: "row_unreadable", args: { reason: told(reason) } });
}

/** What a record does without: a cell that can't be read costs the cell. */
const DISPENSABLE = new Set(
  "lastUpdated dateResolved requiredDate slaBreachTime timeEnd hourlyRate hoursBilled invoiceHours agreementHours wipHours respondByGoal planGoal dateResponded estimatedStart minutesWaiting budgetHours isInSla customerUpdated copiedNotified predecessorId sortOrder businessHours".split(
    " ",
  ),
);
/** Only a ticket's place in time is its date of entry. */
const isDispensable = (file: CsvFile, field: string) =>
  DISPENSABLE.has(field) || (field === "dateEntered" && file.object !== "ticket");

/** @param onOdd hears of a cell that was left empty because nobody can read it */
export function makeRow(
  file: CsvFile,
  cells: readonly string[],
  line: number,
  dates: Dates,
  onOdd: (header: string, cell: string) => void = () => undefined,
): Row {
  const place = `${file.name} line ${line}`;
  const decimalComma = file.format.kind === "csv" && file.format.separator === ";";
  const raw = (field: string) => {
    const at = file.at.get(field);
    const cell = at === undefined ? undefined : cells[at];
    return cell === undefined || cell === "" || saysNothing(cell) ? undefined : cell;
  };
  const text = (field: string) => {
    const found = raw(field)?.trim();
    return found === undefined || found === "" || saysNothing(found) ? undefined : found;
  };
  const isUtc = (field: string) => {
    const use = file.columns[file.at.get(field) ?? -1]?.use;
    return use?.kind === "field" && use.utc === true;
  };
  const read = <T>(field: string, what: string, parse: (text: string) => T | undefined): T | undefined => {
    const found = text(field);
    if (found === undefined || saysNoValue(found)) return undefined;
    const value = parse(found);
    if (value !== undefined) return value;
    const header = file.columns[file.at.get(field) ?? -1]?.header ?? field;
    if (isDispensable(file, field)) {
      onOdd(header, found);
      return undefined;
    }
    throw unreadable(`“${found.slice(0, 40)}” in column “${header}” is no ${what}`);
  };
  const id = (field: string, clean: (text: string) => string | undefined) => {
    const found = read(field, "id", clean);
    return found === "0" ? undefined : found;
  };
  const date = (field: string) => read(field, "date", (found) => dates.read(found, place, isUtc(field)));
  return {
    place,
    raw,
    text,
    has: (field) => file.at.has(field),
    id: (field) => id(field, cleanId),
    key: (field) => id(field, cleanKey),
    date,
    moment(dayField, clockField) {
      const clock = readClock(text(clockField));
      if (clock === undefined) return date(clockField) ?? date(dayField);
      const day = read(dayField, "date", (found) => dates.readDay(found, place));
      if (day === undefined) throw unreadable(`“${text(clockField)}” is a time without a day`);
      return dates.read(`${day} ${clock}`, place, isUtc(clockField));
    },
    number: (field) => read(field, "number", (found) => readNumber(found, decimalComma)),
    hours: (field) => read(field, "number of hours", (found) => readHours(found, decimalComma)),
    flag: (field) => read(field, "yes or no", readFlag),
    customFields: () =>
      file.columns.flatMap(({ header, use }, at) => {
        const value = use.kind === "custom" ? cells[at] : undefined;
        if (use.kind !== "custom" || !value?.trim() || saysNothing(value.trim())) return [];
        const caption = (use.labelAt === undefined ? undefined : cells[use.labelAt]?.trim()) || header;
        if (namesASecret(caption)) return [];
        return [{ id: use.id, caption, type: "Text", value }];
      }),
    listed: (list) => readList(file, cells, list),
  };
}

/** `customFields.0.value` of several columns as one record each; a whole list in one cell as JSON. */
function readList(file: CsvFile, cells: readonly string[], list: ListPart["list"]) {
  const records = new Map<number, Record<string, unknown>>();
  for (const [at, { use }] of file.columns.entries()) {
    const cell = cells[at]?.trim();
    if (use.kind !== "part" || use.of.list !== list || !cell) continue;
    if (use.of.at === undefined) for (const [n, one] of readJsonList(cell).entries()) records.set(n, one);
    else records.set(use.of.at, { ...records.get(use.of.at), [use.of.part ?? ""]: cell });
  }
  return [...records].sort(([a], [b]) => a - b).map(([, record]) => record);
}

/** JSON, or what Python prints of it, nested records by paths (`type.name`); else names divided by commas. */
function readJsonList(cell: string): Record<string, unknown>[] {
  const json = cell.replace(
    /'((?:[^'\\]|\\.)*)'|"(?:[^"\\]|\\.)*"|\b(None|True|False)\b/g,
    (whole, single: string | undefined, word: string | undefined) => {
      if (word) return { None: "null", True: "true", False: "false" }[word] ?? whole;
      return single === undefined ? whole : JSON.stringify(single.replaceAll("\\'", "'"));
    },
  );
  for (const text of [cell, json]) {
    try {
      const parsed: unknown = JSON.parse(text);
      if (Array.isArray(parsed)) return parsed.map((one) => flatten(one));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return /^[[{]/.test(cell) ? [] : cell.split(/[,;\n]/).map((name) => ({ name: name.trim() }));
}

function flatten(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return { name: value };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) =>
      typeof one === "object" && one !== null
        ? Object.entries(one).map(([inner, two]) => [`${key}.${inner}`, two])
        : [[key, one]],
    ),
  );
}
