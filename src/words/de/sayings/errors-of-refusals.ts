// German: errors of records that Intercom refuses.
import type { RefusalErrors } from "../../../engine/model/sayings/errors-of-refusals.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, list } from "../formats.ts";

const NAMED = 10;

/** What records of one sort may have in common in the workspace, by the request that was refused. */
const remedies: readonly (readonly [route: RegExp, remedy: string])[] = [
  [
    /^PUT \/conversations\/\{id\}$/,
    "Suchen Sie in den Einstellungen von Intercom nach zwei aktiven Attributen von Unterhaltungen mit einem Namen, oder nach einem, das seit dem Plan archiviert oder geändert wurde.",
  ],
  [
    /\/(reply|parts)$/,
    "Sehen Sie in Intercom nach, ob die Schreibenden noch einen Platz im Posteingang haben und ob ein Team oder jemand Zuständiges fehlt.",
  ],
  [
    /^(POST|PUT) \/(contacts|companies)/,
    "Suchen Sie in den Einstellungen von Intercom nach einem Attribut von Kontakten oder Firmen, das seit dem Plan archiviert oder geändert wurde.",
  ],
];
const remedyOf = (route: string) =>
  remedies.find(([pattern]) => pattern.test(route))?.[1] ??
  "Suchen Sie in den Einstellungen von Intercom, was diese Datensätze gemeinsam haben.";

const names = { email: "E-Mail", phone: "Telefon", name: "Name", website: "Website" } as const;
const fieldsOf = (fields: RefusalErrors["field_refused"]["fields"]) =>
  list(fields.map((field) => names[field]));

export const refusalErrors: TextsOf<RefusalErrors, Explained> = {
  refused_alike: ({ records, error, begun, route }, { explain }) => {
    const more = begun.length > NAMED ? ` und ${count(begun.length - NAMED)} weitere` : "";
    const left =
      begun.length === 0
        ? ""
        : ` Begonnen und in Intercom noch offen: die Unterhaltungen ${begun.slice(0, NAMED).join(", ")}${more}.`;
    return {
      message: `Intercom hat ${count(records)} Datensätze nacheinander auf dieselbe Weise abgelehnt, deshalb steht der Lauf, bevor es alle ablehnt: ${explain(error).message}${left}`,
      remedy: `${remedyOf(route)} Dann setzen Sie fort: Begonnenes wird beendet, nichts doppelt geschrieben. Ohne Änderung fortgesetzt, bleiben diese Datensätze Ausnahmen, und der Lauf versucht die nächsten.`,
    };
  },
  most_refused: ({ failed, tried }) => ({
    message: `${count(failed)} von ${count(tried)} Datensätzen konnten nicht umziehen: Das ist kein Umzug.`,
    remedy:
      "Sehen Sie die Ausnahmen an: Was die meisten gemeinsam haben, liegt nicht an den Datensätzen. Dann setzen Sie fort.",
  }),
  half_written: ({ error, conversationId }, { explain }) => {
    const { message, remedy } = explain(error);
    return {
      message: `${message} Die Unterhaltung ${conversationId} wurde begonnen und steht unfertig offen in Intercom.`,
      remedy: `${remedy} Dann wird die Unterhaltung beendet; ein Rollback nimmt sie weg.`,
    };
  },
  email_ambiguous: ({ fields }) => ({
    message: `Mehrere Nutzer in Intercom haben diese E-Mail, und keiner ist es sicher: Der Datensatz ist ohne ${fieldsOf(fields)} umgezogen, mit allen Tickets.`,
    remedy:
      "Führen Sie die Nutzer in Intercom zusammen, oder geben Sie dem gemeinten den Namen des Kontakts; dann ändern Sie den Kontakt in der Quelle, oder tragen Sie die E-Mail in Intercom ein.",
  }),
  field_refused: ({ fields, said }) => ({
    message: `Intercom hat ${fieldsOf(fields)} abgelehnt${said === undefined ? "" : ` („${said}“)`}: Der Datensatz ist ohne umgezogen.`,
    remedy: `Berichtigen Sie ${fieldsOf(fields)} in der Quelle und starten Sie noch einmal; oder tragen Sie es in Intercom von Hand ein.`,
  }),
  attribute_twins: ({ attribute }) => ({
    message: `Intercom hat zwei aktive Attribute von Unterhaltungen namens „${attribute}“ und lehnt so lange jede Änderung von Attributen ab.`,
    remedy:
      "Benennen Sie in den Einstellungen von Intercom eines um oder archivieren Sie es, dann geht es weiter.",
  }),
};
