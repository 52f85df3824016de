// German: what is said of a folder of CSV exports.
import type { CsvSayings } from "../../../engine/model/sayings/csv.ts";
import type { TextsOf } from "../../say.ts";
import { count, either, some } from "../formats.ts";
import { many, ofMany, one } from "./nouns.ts";

const MOST = 12;
const separators: Readonly<Record<string, string>> = {
  ",": "Kommas",
  ";": "Semikolons",
  "\t": "Tabulatoren",
  "|": "senkrechten Strichen",
};

const quoted = (columns: readonly string[]) =>
  columns
    .slice(0, MOST)
    .map((column) => `„${column}“`)
    .join(", ") + (columns.length > MOST ? ` und ${count(columns.length - MOST)} weitere` : "");

const lacks: Readonly<Record<CsvSayings["csv_lacks_column"]["what"], string>> = {
  "date-entered":
    "sagt nirgends, wann ein Ticket erfasst wurde: Tickets ohne datierte Notiz können nicht umziehen",
  closed:
    "hat weder ein Abschlussdatum noch ein Kennzeichen dafür: Ob ein Ticket geschlossen ist, sagt der Name seines Status",
  board: "nennt keine Boards: Unterhaltungen gehen an kein Team",
  audience: "sagt nicht, welche Notizen Kunden sehen dürfen: Alle werden interne Notizen",
  email: "hat keine E-Mail-Adressen: Kontakte sind nur an ihren Nummern zu erkennen",
};

const missing: Readonly<Record<CsvSayings["csv_lacks_file"]["object"], string>> = {
  note: "Es gibt keinen Export von Notizen: Unterhaltungen bestehen aus dem, was die Tickets sagen.",
  timeEntry: "Es gibt keinen Export von Zeiteinträgen: Stunden ziehen nicht um.",
  member:
    "Es gibt keinen Export von Mitgliedern: Techniker sind nur an ihren Namen zu erkennen und werden Admins danach zugeordnet.",
};

export const csvSayings: TextsOf<CsvSayings, string> = {
  csv_file_read: ({ file, object, encoding, separator, known, columns, others, carried }) =>
    `${file} enthält die ${many(object)} (${encoding.toUpperCase()}, getrennt mit ${separators[separator] ?? separator}); ${count(known)} von ${some(columns, "Spalte ist", "Spalten sind")} bekannt${others.length === 0 ? "." : `, ${carried ? "eigene Felder werden" : "weg bleiben"}: ${quoted(others)}.`}`,
  csv_file_left_out: ({ error }, { explain }) => `${explain(error).message} Er bleibt weg.`,
  csv_file_unknown: ({ file }) => `Die Datei ${file} ist keiner der bekannten Exporte und bleibt weg.`,
  csv_secrets: ({ file, columns }) => `${file}: als Geheimnisse nie gelesen: ${quoted(columns)}.`,
  csv_column_doubtful: ({ file, column, object, field, rival }) =>
    `${file}: Spalte „${column}“ gilt als ${field === undefined ? "eigenes Feld" : `„${field}“ (${one(object)})`}. ${rival === undefined ? "Diese Überschrift bedeutet das oft." : `„${rival}“ ist dieses Feld schon.`} Anders bestimmen Sie es in FILE unter source.csv.columns.`,
  csv_damaged: ({ file, characters }) =>
    `${file}: ${some(characters, "Zeichen ist in der Datei beschädigt und bleibt", "Zeichen sind in der Datei beschädigt und bleiben")} unlesbar.`,
  csv_lacks_column: ({ file, what }) => `${file} ${lacks[what]}.`,
  csv_lacks_file: ({ object }) => missing[object],
  csv_time_zone: ({ timeZone, told }) =>
    `Daten ohne Zeitzone gelten als ${timeZone}${told ? "" : "; eine andere nennen Sie unter source.csv.timeZone"}.`,
  csv_rows_repeat: ({ type, rows }) =>
    `${some(rows, "Zeile", "Zeilen")} von ${ofMany(type)} ${rows === 1 ? "wiederholt eine andere und zählt" : "wiederholen eine andere und zählen"} einmal.`,
  csv_rows_unreadable: ({ type, rows, first }, { say }) =>
    `${some(rows, "Zeile", "Zeilen")} von ${ofMany(type)} ${rows === 1 ? "ist" : "sind"} nicht zu lesen; die erste: ${say(first)}.`,
  csv_loose_time_entries: ({ entries }) =>
    `${some(entries, "Zeiteintrag hängt an keinem Ticket und bleibt", "Zeiteinträge hängen an keinem Ticket und bleiben")} weg.`,
  csv_without_ticket: ({ type, records, tickets }) =>
    `${some(records, `${one(type)} gehört`, `${many(type)} gehören`)} zu ${some(tickets, "Ticket, das im Export fehlt", "Tickets, die im Export fehlen")}, und ${records === 1 ? "kann" : "können"} nicht umziehen.`,
  csv_too_many_columns: ({ columns, most }) =>
    `Er hat ${count(columns)} Spalten; mehr als ${count(most)} hat kein Bericht.`,
  csv_columns_missing: (args) =>
    `Es fehlt ${args.missing
      .map(({ field, caption }) =>
        caption === undefined
          ? `eine Spalte für „${field}“`
          : `eine Spalte mit der Kennung (etwa „${caption}“)`,
      )
      .join(" und ")}. Die Spalten sind ${quoted(args.columns)}.`,
  csv_no_such_column: ({ column }) =>
    `Eine Spalte „${column}“, wie source.csv.columns sie nennt, gibt es nicht.`,
  csv_no_such_field: ({ field, object, near, fields }) =>
    `„${field}“ ist kein Feld von ${one(object)}. ${near === undefined ? `Möglich sind ${either([...fields, "custom"])}.` : `Meinten Sie „${near}“?`}`,
};
