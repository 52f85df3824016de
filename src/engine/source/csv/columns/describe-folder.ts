// The files of a folder: which object each holds, in which encoding, divided by what, and which column is what.
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { InputError } from "../../../errors.ts";
import type { CsvSettings } from "../settings.ts";
import { decodeHead, detectEncoding } from "../text/encoding.ts";
import type { FileFormat } from "../text/read-segment.ts";
import { detectDialect } from "../text/separator.ts";
import { CAPTIONS, CSV_OBJECTS, type CsvObject, NEEDED_FIELDS, NEEDS_ID, plainCaption } from "./captions.ts";
import { assembleColumnMap, type Column, cleanHeaders } from "./column-map.ts";
import { guessObject } from "./guess-object.ts";
import { warnOfGaps } from "./warn-of-gaps.ts";

export interface CsvFile {
  /** Its name in the folder, for people. */
  readonly name: string;
  readonly object: CsvObject;
  readonly format: FileFormat;
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
  readonly remarks: readonly string[];
}

const MOST_COLUMNS = 500;

/** @throws InputError for a folder that isn't there, that has no tickets, or a file without its id column */
export async function describeFolder(settings: CsvSettings): Promise<Folder> {
  const path = await realpath(settings.directory).catch((error: unknown) => {
    throw noFolder(settings.directory, error);
  });
  if (!(await stat(path)).isDirectory()) throw noFolder(settings.directory);
  const names = (await readdir(path, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory() && /\.(csv|tsv|txt)$/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const remarks: string[] = [];
  const files: CsvFile[] = [];
  for (const name of names) {
    const file = await describeFile(join(path, name), settings, (remark) => remarks.push(remark));
    if (file) files.push(file);
  }
  if (!files.some(({ object }) => object === "ticket")) {
    throw new InputError({
      code: "csv_no_tickets",
      message: `There is no export of tickets in ${path}.`,
      remedy: "Put the ticket report there as tickets.csv, or name its file under source.csv.objects.",
    });
  }
  files.sort((a, b) => CSV_OBJECTS.indexOf(a.object) - CSV_OBJECTS.indexOf(b.object));
  return { path, name: basename(path), files, remarks: [...remarks, ...warnOfGaps(files)] };
}

async function describeFile(
  path: string,
  settings: CsvSettings,
  remark: (sentence: string) => void,
): Promise<CsvFile | undefined> {
  const name = basename(path);
  const { encoding, broken } = await detectEncoding(path);
  const { separator, declared, headers: cells } = detectDialect(await decodeHead(path, encoding));
  if (cells.length > MOST_COLUMNS) {
    throw unusable(name, `It has ${cells.length} columns; more than ${MOST_COLUMNS} are no report.`);
  }
  const headers = cleanHeaders(cells);
  const object = settings.objects?.[name] ?? guessObject(name, headers);
  if (object === undefined) {
    remark(`The file ${name} is none of the exports that are known, and is left out.`);
    return undefined;
  }
  const choices = settings.columns?.[name] ?? {};
  refuseUnknownChoices(name, object, headers, choices);
  const { columns, questions } = assembleColumnMap(object, headers, choices);
  const at = new Map(columns.flatMap(({ use }, index) => (use.kind === "field" ? [[use.field, index]] : [])));
  requireColumns(name, object, headers, at);
  const said = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars" }[separator];
  const custom = columns.filter(({ use }) => use.kind === "custom");
  const carried = object === "ticket" || object === "company" || object === "contact";
  remark(
    `${name} holds the ${PLURAL[object]} (${encoding.toUpperCase()}, divided by ${said}); ${at.size} of ${headers.length} columns are known` +
      (custom.length === 0
        ? "."
        : `, ${carried ? "become custom fields" : "are left out"}: ${list(custom.map(({ header }) => header))}.`),
  );
  const secret = columns.filter(({ use }) => use.kind === "dropped" && use.why === "secret");
  if (secret.length > 0)
    remark(`${name}: never read, being secrets: ${list(secret.map(({ header }) => header))}.`);
  for (const question of questions) {
    remark(`${name}: ${question} Say otherwise in FILE under source.csv.columns.`);
  }
  if (broken > 0) remark(`${name}: ${broken} characters are damaged in the file and stay unreadable.`);
  return { name, object, format: { path, encoding, separator, declared }, columns, at };
}

const PLURAL: Readonly<Record<CsvObject, string>> = {
  company: "companies",
  contact: "contacts",
  member: "members",
  board: "boards",
  status: "statuses",
  priority: "priorities",
  sla: "SLAs",
  ticket: "tickets",
  note: "notes",
  timeEntry: "time entries",
};

const list = (headers: readonly string[]) =>
  headers
    .slice(0, 12)
    .map((header) => `“${header}”`)
    .join(", ") + (headers.length > 12 ? ` and ${headers.length - 12} more` : "");

function requireColumns(
  name: string,
  object: CsvObject,
  headers: readonly string[],
  at: ReadonlyMap<string, number>,
): void {
  const needed = [...(NEEDS_ID.has(object) ? ["id"] : []), ...(NEEDED_FIELDS[object] ?? [])];
  const missing = needed.filter((field) => !at.has(field));
  if (missing.length === 0) return;
  const what = missing
    .map((field) => {
      const [known] = new Map<string, readonly [string, string?]>(Object.entries(CAPTIONS[object])).get(
        field,
      ) ?? [""];
      return field === "id" ? `id column (such as “${known.split("|")[0]}”)` : `column for “${field}”`;
    })
    .join(" and no ");
  throw unusable(name, `It has no ${what}. Its columns are ${list(headers)}.`);
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
  return new InputError({
    code: "csv_unusable",
    message: `The export ${name} can't be used. ${what}`,
    remedy: "Export it again with that column, or say which column is what under source.csv.columns.",
  });
}

function noFolder(directory: string, cause?: unknown): InputError {
  return new InputError({
    code: "csv_no_folder",
    message: `There is no folder ${directory} that can be read.`,
    remedy: "Name the folder that holds the exports under source.csv.directory.",
    ...(cause === undefined ? {} : { cause }),
  });
}
