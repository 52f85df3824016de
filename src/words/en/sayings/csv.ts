// English: what is said of a folder of CSV exports.
import type { CsvSayings } from "../../../engine/model/sayings/csv.ts";
import type { TextsOf } from "../../say.ts";
import { count, either, some } from "../formats.ts";
import { many, one } from "./nouns.ts";

const MOST = 12;
const separators: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "bars",
};

const quoted = (columns: readonly string[]) =>
  columns
    .slice(0, MOST)
    .map((column) => `“${column}”`)
    .join(", ") + (columns.length > MOST ? ` and ${count(columns.length - MOST)} more` : "");

const lacks: Readonly<Record<CsvSayings["csv_lacks_column"]["what"], string>> = {
  "date-entered": "says nowhere when a ticket was entered: tickets without a dated note can't be moved",
  closed:
    "has neither a closing date nor a closed flag: whether a ticket is closed is told by its status's name",
  board: "names no boards: conversations go to no team",
  audience: "does not say which notes customers may see: all of them become internal notes",
  email: "has no e-mail addresses: contacts are known by their ids alone",
};

const missing: Readonly<Record<CsvSayings["csv_lacks_file"]["object"], string>> = {
  note: "There is no export of notes: conversations consist of what the tickets say.",
  timeEntry: "There is no export of time entries: hours are not moved.",
  member:
    "There is no export of members: technicians are known by their names, and matched to admins by them alone.",
};

export const csvSayings: TextsOf<CsvSayings, string> = {
  csv_file_read: ({ file, object, encoding, separator, known, columns, others, carried }) =>
    `${file} holds the ${many(object)} (${encoding.toUpperCase()}, divided by ${separators[separator] ?? separator}); ${count(known)} of ${some(columns, "column is", "columns are")} known${others.length === 0 ? "." : `, ${carried ? "become custom fields" : "are left out"}: ${quoted(others)}.`}`,
  csv_file_left_out: ({ error }, { explain }) => `${explain(error).message} It is left out.`,
  csv_file_unknown: ({ file }) => `The file ${file} is none of the exports that are known, and is left out.`,
  csv_secrets: ({ file, columns }) => `${file}: never read, being secrets: ${quoted(columns)}.`,
  csv_column_doubtful: ({ file, column, object, field, rival }) =>
    `${file}: Column “${column}” is ${field === undefined ? "read as a custom field" : `read as the ${one(object)}'s “${field}”`}. ${rival === undefined ? "A caption that often means it." : `“${rival}” is that field already.`} Say otherwise in FILE under source.csv.columns.`,
  csv_damaged: ({ file, characters }) =>
    `${file}: ${some(characters, "character is damaged in the file and stays", "characters are damaged in the file and stay")} unreadable.`,
  csv_lacks_column: ({ file, what }) => `${file} ${lacks[what]}.`,
  csv_lacks_file: ({ object }) => missing[object],
  csv_time_zone: ({ timeZone, told }) =>
    `Dates without a zone are read as ${timeZone}${told ? "" : "; another one can be named under source.csv.timeZone"}.`,
  csv_rows_repeat: ({ type, rows }) =>
    `${some(rows, "row", "rows")} of ${many(type)} ${rows === 1 ? "repeats another row and is" : "repeat another row and are"} taken once.`,
  csv_rows_unreadable: ({ type, rows, first }, { say }) =>
    `${some(rows, "row", "rows")} of ${many(type)} can't be read; the first: ${say(first)}.`,
  csv_loose_time_entries: ({ entries }) =>
    `${some(entries, "time entry hangs", "time entries hang")} on no ticket and ${entries === 1 ? "is" : "are"} left out.`,
  csv_without_ticket: ({ type, records, tickets }) =>
    `${some(records, `${one(type)} belongs`, `${many(type)} belong`)} to ${some(tickets, "ticket that is", "tickets that are")} not in the export, and can't be moved.`,
  csv_too_many_columns: ({ columns, most }) =>
    `It has ${count(columns)} columns; more than ${count(most)} are no report.`,
  csv_columns_missing: (args) =>
    `It has no ${args.missing
      .map(({ field, caption }) =>
        caption === undefined ? `column for “${field}”` : `id column (such as “${caption}”)`,
      )
      .join(" and no ")}. Its columns are ${quoted(args.columns)}.`,
  csv_no_such_column: ({ column }) => `It has no column “${column}”, which source.csv.columns names.`,
  csv_no_such_field: ({ field, object, near, fields }) =>
    `“${field}” is no field of a ${one(object)}. ${near === undefined ? `It can be ${either([...fields, "custom"])}.` : `Did you mean “${near}”?`}`,
};
