// The files of a folder: which object each holds, in which encoding, divided by what, and which column is what.

import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { InputError } from "../../../errors.ts";
import type { Saying } from "../../../model/sayings/saying.ts";
import type { CsvSettings } from "../settings.ts";
import { listTables, type Table } from "../text/list-tables.ts";
import type { FileFormat } from "../text/read-segment.ts";
import type { SheetFormat } from "../text/read-sheet-rows.ts";
import { told } from "../told.ts";
import { WorkbookError } from "../workbook/open-zip.ts";
import { CAPTIONS, CSV_OBJECTS, type CsvObject, plainCaption } from "./captions.ts";
import { assembleColumnMap, type Column, cleanHeaders } from "./column-map.ts";
import { findHeader, guessObject, listMissing } from "./guess-object.ts";
import { listHeaders, sayColumns } from "./say-columns.ts";
import { warnOfGaps } from "./warn-of-gaps.ts";

export interface CsvFile {
  /** Its name in the folder, for people. */
  readonly name: string;
  readonly object: CsvObject;
  readonly format: FileFormat | SheetFormat;
  readonly columns: readonly Column[];
  /** Where the fields are. */
  readonly at: ReadonlyMap<string, number>;
}

export interface Folder {
  /** Its real path: the identity of the export. */
  readonly path: string;
  readonly name: string;
  /** In the order in which they are read. */
  readonly files: readonly CsvFile[];
  /** Sentences for the survey: what was detected, what is to be confirmed. */
  readonly remarks: readonly Saying[];
}

const MOST_COLUMNS = 500;

/**
 * A file that can't be used is named and left out: the tickets alone are needed.
 * @throws InputError for a folder that isn't there, or that has no tickets that can be used
 */
export async function describeFolder(settings: CsvSettings): Promise<Folder> {
  const path = await realpath(settings.directory).catch((error: unknown) => {
    throw noFolder(settings.directory, error);
  });
  if (!(await stat(path)).isDirectory()) throw noFolder(settings.directory);
  const entries = (await readdir(path, { withFileTypes: true })).filter((entry) => !entry.isDirectory());
  const remarks: Saying[] = [];
  const remark = (saying: string | Saying) =>
    void remarks.push(typeof saying === "string" ? told(saying) : saying);
  const files: CsvFile[] = [];
  let unusableTickets: InputError | undefined;
  for (const name of entries.map((entry) => entry.name).sort()) {
    if (/^[.~]/.test(name)) continue;
    if (/\.(xls|xlsb|ods|numbers|json|zip)$/i.test(name)) {
      remark(`${name} is not read: export it as CSV or as .xlsx.`);
    }
    if (!/\.(csv|tsv|txt|xls[xm])$/i.test(name)) continue;
    const giveUp = (error: unknown) => {
      if (!(error instanceof InputError) || error.code !== "csv_unusable") throw error;
      if (/ticket|incident|\bservice/i.test(name)) unusableTickets ??= error;
      remark({ code: "csv_file_left_out", args: { error: error.saying } });
    };
    for (const table of (await tablesOf(join(path, name)).catch(giveUp)) ?? []) {
      try {
        const file = describeTable(table, settings, remark);
        if (file) files.push(file);
      } catch (error) {
        giveUp(error);
      }
    }
  }
  if (!files.some(({ object }) => object === "ticket")) {
    throw unusableTickets ?? new InputError({ code: "csv_no_tickets", args: { directory: path } });
  }
  files.sort((a, b) => CSV_OBJECTS.indexOf(a.object) - CSV_OBJECTS.indexOf(b.object));
  return { path, name: basename(path), files, remarks: [...remarks, ...warnOfGaps(files).map(told)] };
}

async function tablesOf(path: string): Promise<readonly Table[]> {
  try {
    return await listTables(path);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw unusable(basename(path), `${error.message[0]?.toUpperCase()}${error.message.slice(1)}.`);
  }
}

function describeTable(
  { name, titles, how, rows, format, skipped, broken }: Table,
  settings: CsvSettings,
  remark: (sentence: string) => void,
): CsvFile | undefined {
  const headerAt = findHeader(rows);
  const cells = rows[headerAt] ?? [];
  if (cells.length > MOST_COLUMNS) {
    throw unusable(name, `It has ${cells.length} columns; more than ${MOST_COLUMNS} are no report.`);
  }
  const headers = cleanHeaders(cells);
  const object = settings.objects?.[name] ?? guessObject(titles, headers);
  if (object === undefined) {
    remark(`The file ${name} is none of the exports that are known, and is left out.`);
    return undefined;
  }
  const choices = settings.columns?.[name] ?? {};
  refuseUnknownChoices(name, object, headers, choices);
  const sample = rows.slice(headerAt + 1);
  const { columns, questions } = assembleColumnMap(object, headers, choices, sample);
  const at = new Map(columns.flatMap(({ use }, index) => (use.kind === "field" ? [[use.field, index]] : [])));
  for (const [index, { use }] of columns.entries()) {
    if (use.kind === "part" && use.of.list === "communicationItems") at.set("communicationItems", index);
  }
  requireColumns(name, object, headers, at);
  if (headerAt > 0) remark(`${name}: its header stands in row ${headerAt + 1}, below a title.`);
  for (const sentence of sayColumns(name, object, how, columns, at.size)) remark(sentence);
  for (const question of questions) {
    remark(`${name}: ${question} Say otherwise in FILE under source.csv.columns.`);
  }
  if (broken > 0) remark(`${name}: ${broken} characters are damaged in the file and stay unreadable.`);
  const headerRows = skipped + headerAt + 1;
  return { name, object, format: { ...format, headerRows }, columns, at };
}

const ID_CAPTION: Readonly<Partial<Record<CsvObject, string>>> = {
  ticket: "Ticket #",
  company: "Company ID",
  contact: "Contact ID",
};

function requireColumns(
  name: string,
  object: CsvObject,
  headers: readonly string[],
  at: ReadonlyMap<string, number>,
): void {
  const missing = listMissing(object, at);
  if (missing.length === 0) return;
  const what = missing
    .map((field) => {
      return field === "id"
        ? `id column (such as “${ID_CAPTION[object]}”)`
        : `column for “${field.split("|")[0]}”`;
    })
    .join(" and no ");
  throw unusable(name, `It has no ${what}. Its columns are ${listHeaders(headers)}.`);
}

function refuseUnknownChoices(
  name: string,
  object: CsvObject,
  headers: readonly string[],
  choices: Readonly<Record<string, string | null>>,
): void {
  for (const [header, field] of Object.entries(choices)) {
    if (!headers.includes(header)) {
      throw unusable(name, `It has no column “${header}”, which source.csv.columns names.`);
    }
    if (field === null || field === "custom" || Object.hasOwn(CAPTIONS[object], field)) continue;
    const near = Object.keys(CAPTIONS[object]).find((one) => plainCaption(one) === plainCaption(field));
    const known = near
      ? `Did you mean “${near}”?`
      : `It can be ${Object.keys(CAPTIONS[object]).join(", ")} or custom.`;
    throw unusable(name, `“${field}” is no field of a ${object}. ${known}`);
  }
}

function unusable(name: string, what: string): InputError {
  return new InputError({ code: "csv_unusable", args: { file: name, why: told(what) } });
}

function noFolder(directory: string, cause?: unknown): InputError {
  return new InputError({
    code: "csv_no_folder",
    args: { directory },
    ...(cause === undefined ? {} : { cause }),
  });
}
