// English: why a row of a source can't be read, as a part of a sentence.
import type { Place, UnreadableSayings } from "../../../engine/model/sayings/unreadable.ts";
import type { TextsOf } from "../../say.ts";
import { some } from "../formats.ts";

const without = {
  date: "it has no date",
  id: "it has no id",
  ticket: "it names no ticket",
  name: "it has no name",
  board: "it names no board",
  person: "it names nobody",
  "id-cell": "it has no id where the header says",
} as const;

const wanted = { id: "id", date: "date", number: "number", flag: "yes or no" } as const;

const placed = ({ file, line, toLine }: Place = { file: "another row's text", line: 0 }) =>
  line === 0
    ? file
    : toLine === undefined || toLine === line
      ? `${file} line ${line}`
      : `${file} lines ${line} to ${toLine}`;

export const unreadableSayings: TextsOf<UnreadableSayings, string> = {
  at_place: ({ place, reason }, { say }) => `${placed(place)}: ${say(reason)}`,
  no_row_id: () => "a row without an id",
  field_unreadable: ({ field, problem, expected }) =>
    `field ${field}: ${expected === undefined ? problem : `not the ${expected} that was expected`}`,
  field_no_date: ({ field, text }) => `field ${field}: “${text}” is no date`,
  cell_unreadable: (args) => `“${args.text}” in column “${args.column}” is no ${wanted[args.wanted]}`,
  row_without: ({ what }) => without[what],
  record_type_unknown: () => "its record type is none of ConnectWise's",
  billing_unknown: ({ text }) => `“${text}” is no way of billing`,
  ends_before_start: () => "it ends before it starts",
  cell_count: ({ cells, header }) => `it has ${some(cells, "cell", "cells")} where the header has ${header}`,
  quote_unclosed: ({ restLost }) =>
    `a quoted cell in it is never closed${restLost ? ", and the rest of the file can't be told apart" : ""}`,
  file_ends_inside: ({ reason }, { say }) => `the file ends in the middle of it (${say(reason)})`,
  id_taken: ({ id, by, other }) =>
    `its id ${id} is taken by ${placed(by)}, which says something else (${placed(other)})`,
  notes_without_ticket: ({ notes, tickets }) =>
    `${some(notes, "note belongs", "notes belong")} to ${some(tickets, "ticket", "tickets")} that ${tickets === 1 ? "is" : "are"} not in the export`,
  project_tickets_unreadable: ({ error }, { say }) =>
    `project tickets can't be read: ${say({ code: "of_error", args: { error, withRemedy: true } })}`,
  board_unreadable: ({ board, error }, { say }) =>
    `the tickets of board “${board}” can't be read: ${say({ code: "of_error", args: { error, withRemedy: true } })}`,
  board_closed: ({ board }) => `the board “${board}” is closed to the API member, so its tickets don't come`,
};
