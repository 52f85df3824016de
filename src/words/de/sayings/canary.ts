// German: what a canary finds that stops a run.
import type { Writer } from "../../../engine/model/profile.ts";
import type { CanaryErrors } from "../../../engine/model/sayings/errors-of-canary.ts";
import type { Explained, TextsOf } from "../../say.ts";

const WRITERS_DE: Readonly<Record<Writer, string>> = {
  opening: "ersten Nachrichten",
  contact: "Antworten von Kontakten",
  admin: "Kommentaren von Mitarbeitenden",
  note: "internen Notizen",
};

const whose = (writers: readonly Writer[]) => writers.map((writer) => WRITERS_DE[writer]).join(", ");
const MOST = 5;
const CHANGES: Readonly<Record<"seat" | "attribute" | "twin" | "default", (names: string) => string>> = {
  seat: (names) => `${names} kann nicht mehr schreiben oder zugewiesen werden`,
  attribute: (names) => `die Attribute ${names} sind archiviert oder umbenannt`,
  twin: (names) => `zwei aktive Attribute heißen ${names}, also lehnt Intercom Attribute überall ab`,
  default: () => "neue Konversationen werden von selbst jemand anderem zugewiesen",
};

export const canaryErrors: TextsOf<CanaryErrors, Explained> = {
  canary_answered: () => ({
    message:
      "In Intercom hat etwas auf unsere eigene Testunterhaltung geantwortet, wie es auf die Unterhaltungen Ihrer Kunden antworten würde.",
    remedy:
      "Halten Sie Workflows, Fin, Umfragen und automatische Antworten in Intercom an (oder nehmen Sie per API erzeugte Unterhaltungen aus), dann fahren Sie fort.",
  }),
  canary_lost: ({ conversationId }) => ({
    message: `Unsere eigene Testunterhaltung (${conversationId}) lässt sich aus Intercom nicht zurücklesen.`,
    remedy:
      "Sehen Sie nach, ob ein Workflow oder jemand neue Unterhaltungen löscht oder zusammenführt, dann fahren Sie fort.",
  }),
  canary_refused: ({ error }, { explain }) => ({
    message: `Intercom hat unsere eigene Testunterhaltung abgelehnt und würde jedes Ticket ablehnen. ${explain(error).message}`,
    remedy: "Beheben Sie in Intercom, was dort steht, dann fahren Sie fort.",
  }),
  canary_not_deleted({ left, first }, { explain }) {
    const before = first === undefined ? undefined : explain(first);
    const ids = left.length === 0 ? "" : ` Noch da: ${left.join(", ")}.`;
    const own = `${left.length === 0 ? "Geben" : "Löschen Sie sie in Intercom, geben"} Sie der App des Tokens das Recht, Unterhaltungen und Kontakte zu löschen, dann fahren Sie fort.`;
    const refused =
      "Intercom lässt uns unsere eigenen Testdaten nicht löschen; was umgezogen wird, könnte also nicht zurückgenommen werden.";
    return {
      message: `${before ? `${before.message} ` : ""}${refused}${ids}`,
      remedy: `${before ? `${before.remedy} ` : ""}${own}`,
    };
  },
  times_not_kept: ({ of }) => ({
    message: `Dieser Intercom-Workspace behält die ursprünglichen Zeiten von ${whose(of)} nicht: Sie sähen aus wie heute geschrieben.`,
    remedy:
      "Bitten Sie den Support von Intercom, ursprüngliche Zeiten (created_at) per API in diesem Workspace anzunehmen, wie es Ticket-Migrationen brauchen, dann fahren Sie fort.",
  }),
  texts_not_kept: ({ of }) => ({
    message: `Dieser Intercom-Workspace behält die Worte von ${whose(of)} nicht: Was wie ein Tag aussieht, etwa eine Adresse in spitzen Klammern, oder mehr geht verloren.`,
    remedy:
      "Melden Sie das mit der Preflight-Seite: Texte müssen an diesen Workspace anders gesendet werden.",
  }),
  files_not_kept: () => ({
    message:
      "Dateien, die mit einer Nachricht hochgeladen werden, kommen aus diesem Intercom-Workspace nicht zurück.",
    remedy: "Erlauben Sie Anhänge in den Einstellungen von Intercom, dann fahren Sie fort.",
  }),
  workspace_changed: ({ what, names }) => ({
    message: `Der Intercom-Workspace hat sich während des Laufs geändert: ${CHANGES[what](names.join(", "))}.`,
    remedy:
      "Machen Sie es in Intercom rückgängig, oder ändern Sie die Karte, dann fahren Sie fort: Nichts geht verloren oder wird doppelt geschrieben.",
  }),
  attributes_not_kept({ names }) {
    const more = names.length > MOST ? ` und ${names.length - MOST} weitere` : "";
    return {
      message: `Diese Attribute kommen aus Intercom nicht so zurück, wie sie geschrieben wurden: ${names.slice(0, MOST).join(", ")}${more}.`,
      remedy:
        "Sehen Sie sich ihre Definitionen in Intercom an (der Typ, Zwillinge gleichen Namens), dann fahren Sie fort.",
    };
  },
};
