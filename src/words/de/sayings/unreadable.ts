// German: why a row of a source can't be read, as a part of a sentence.
import type { Place, UnreadableSayings } from "../../../engine/model/sayings/unreadable.ts";
import type { TextsOf } from "../../say.ts";
import { some } from "../formats.ts";

const without = {
  date: "sie hat kein Datum",
  id: "sie hat keine Kennung",
  ticket: "sie nennt kein Ticket",
  name: "sie hat keinen Namen",
  board: "sie nennt kein Board",
  person: "sie nennt niemanden",
  "id-cell": "wo laut Kopfzeile die Kennung steht, ist keine",
} as const;

const wanted = {
  id: "keine Kennung",
  date: "kein Datum",
  number: "keine Zahl",
  flag: "weder Ja noch Nein",
} as const;

const placed = ({ file, line, toLine }: Place = { file: "der Text einer anderen Zeile", line: 0 }) =>
  line === 0
    ? file
    : toLine === undefined || toLine === line
      ? `${file}, Zeile ${line}`
      : `${file}, Zeilen ${line} bis ${toLine}`;

export const unreadableSayings: TextsOf<UnreadableSayings, string> = {
  at_place: ({ place, reason }, { say }) => `${placed(place)}: ${say(reason)}`,
  no_row_id: () => "eine Zeile ohne Kennung",
  field_unreadable: ({ field, problem, expected }) =>
    `Feld ${field}: ${expected === undefined ? problem : `nicht wie erwartet (${expected})`}`,
  field_no_date: ({ field, text }) => `Feld ${field}: „${text}“ ist kein Datum`,
  cell_unreadable: (args) => `„${args.text}“ in Spalte „${args.column}“ ist ${wanted[args.wanted]}`,
  row_without: ({ what }) => without[what],
  record_type_unknown: () => "ihre Art ist keine von ConnectWise",
  billing_unknown: ({ text }) => `„${text}“ ist keine Art der Abrechnung`,
  ends_before_start: () => "sie endet, bevor sie beginnt",
  cell_count: ({ cells, header }) => `sie hat ${some(cells, "Zelle", "Zellen")}, die Kopfzeile ${header}`,
  quote_unclosed: ({ restLost }) =>
    `eine Zelle mit Anführungszeichen wird nie geschlossen${restLost ? ", und der Rest der Datei lässt sich nicht trennen" : ""}`,
  file_ends_inside: ({ reason }, { say }) => `die Datei endet mitten darin (${say(reason)})`,
  id_taken: ({ id, by, other }) =>
    `die Kennung ${id} hat schon ${placed(by)} und sagt etwas anderes (${placed(other)})`,
  notes_without_ticket: ({ notes, tickets }) =>
    `${some(notes, "Notiz gehört", "Notizen gehören")} zu ${some(tickets, "Ticket, das im Export fehlt", "Tickets, die im Export fehlen")}`,
  project_tickets_unreadable: ({ error }, { say }) =>
    `Projekttickets lassen sich nicht lesen: ${say({ code: "of_error", args: { error, withRemedy: true } })}`,
  board_unreadable: ({ board, error }, { say }) =>
    `die Tickets des Boards „${board}“ lassen sich nicht lesen: ${say({ code: "of_error", args: { error, withRemedy: true } })}`,
  board_closed: ({ board }) =>
    `das Board „${board}“ ist dem API-Mitglied verschlossen, deshalb fehlen seine Tickets`,
};
