// German: errors of reading a source.
import type { PagedTypeName, SourceErrors } from "../../../engine/model/sayings/errors-of-sources.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, some } from "../formats.ts";
import { many, ofMany, one } from "./nouns.ts";

const quoted = (said: string | undefined) => (said === undefined ? "" : ` Es sagt dazu: ${said}`);

const rows = { note: "Notiz ", document: "Dokument ", field: "Feld ", row: "" } as const;

const lists: Readonly<Record<PagedTypeName, readonly [list: string, consequence: string]>> = {
  board: ["Boards", "Tickets ziehen nur mit den Namen ihrer Boards und Status um."],
  member: ["Mitglieder", "Tickets ziehen mit den Namen ihrer Techniker um."],
  sla: ["SLAs", "Tickets ziehen nur mit den Namen ihrer SLAs um."],
  priority: ["Prioritäten", "Tickets ziehen nur mit den Namen ihrer Prioritäten um."],
  company: ["Firmen", "Kontakte und Tickets ziehen ohne sie um."],
  contact: ["Kontakte", "Tickets ziehen für die um, die sie selbst nennen."],
  ticket: ["Tickets", "Ohne sie gibt es nichts zu übertragen."],
  timeEntry: ["Zeiteinträge", "Tickets ziehen ohne sie um."],
  agreement: ["Verträge", "Tickets ziehen ohne sie um."],
  project: ["Projekte", "Tickets ziehen ohne sie um."],
  configuration: ["Configurations", "Tickets ziehen ohne sie um."],
  articleCategory: ["Kategorien der Wissensdatenbank", "Artikel ziehen ohne sie um."],
  article: ["Artikel der Wissensdatenbank", "Alles andere zieht ohne sie um."],
};

const parts: Readonly<Record<string, string>> = {
  sites: "Standorte",
  statuses: "Status",
  additions: "Zusätze",
  phases: "Phasen",
  "hours by priority": "Zeiten je Priorität",
  documents: "Dokumente",
  attachments: "Anhänge",
  notes: "Notizen",
  configurations: "Configurations",
};

export const sourceErrors: TextsOf<SourceErrors, Explained> = {
  credentials_refused: () => ({
    message: "ConnectWise nimmt diese Zugangsdaten nicht an.",
    remedy:
      "Öffnen Sie in ConnectWise System > Members > API Members, prüfen Sie die Firmenkennung, legen Sie für das API-Mitglied ein neues Schlüsselpaar an und geben Sie es ein. Prüfen Sie auch die Client-ID: Es muss Ihre eigene von developer.connectwise.com sein; eine fehlende oder fremde wird ebenso abgelehnt.",
  }),
  api_host_needed: () => ({
    message: "ConnectWise will die Adresse seiner API, nicht die des Webclients.",
    remedy: "Nehmen Sie die Adresse, die mit api- beginnt, zum Beispiel https://api-na.myconnectwise.net.",
  }),
  right_missing: ({ path, said }) => ({
    message: `ConnectWise lässt dieses API-Mitglied ${path} nicht lesen.${quoted(said)}`,
    remedy:
      "Geben Sie der Sicherheitsrolle des API-Mitglieds für dieses Modul (und für jedes Service-Board) die Inquire-Stufe All, dann geht es weiter.",
  }),
  request_refused: ({ path, status, said }) => ({
    message: `ConnectWise lehnt ab, wie nach ${path} gefragt wurde (Status ${status}).${quoted(said)}`,
    remedy: "Melden Sie es mit der Kennung der Anfrage: Dieses ConnectWise will anders gefragt werden.",
  }),
  redirected: ({ status }) => ({
    message: `Die Adresse antwortet mit einer Weiterleitung (Status ${status}) statt mit Daten von ConnectWise.`,
    remedy: "Geben Sie die Adresse der API selbst ein, zum Beispiel https://api-na.myconnectwise.net.",
  }),
  server_trouble: (args) =>
    args.of === "automate"
      ? {
          message: `ConnectWise Automate antwortet auf ${args.what} mit Status ${args.status}.`,
          remedy: "Versuchen Sie es in einigen Minuten noch einmal.",
        }
      : {
          message: args.webPage
            ? `Statt der Daten von ConnectWise kam eine Webseite mit Status ${args.status}.`
            : `ConnectWise antwortet immer wieder mit Status ${args.status}.`,
          remedy:
            "Warten Sie und setzen Sie fort; was gelesen ist, bleibt. Hält es an, sehen Sie auf die Statusseite von ConnectWise oder, wenn es Ihr eigener ist, nach dem Server.",
        },
  automate_refused: ({ what, status }) => ({
    message: `ConnectWise Automate lehnt ${what} ab (Status ${status}).`,
    remedy:
      "Nehmen Sie einen Benutzer von Automate, der Skripte sehen darf und keinen zweiten Faktor hat, oder lassen Sie Automate weg.",
  }),
  odd_answer: ({ path, empty, said }) => ({
    message: `Was ConnectWise auf ${path} antwortet, ist immer wieder ${empty ? "leer" : "keine Liste"}.${quoted(said)}`,
    remedy:
      "Sehen Sie nach ConnectWise (und nach einem Proxy davor, wenn es einen gibt), und lassen Sie noch einmal lesen: Nichts gilt als leer.",
  }),
  not_offered: ({ path, status }) => ({
    message: `Dieses ConnectWise hat die Liste ${path} nicht (Status ${status}).`,
    remedy:
      "Älteren Versionen von ConnectWise fehlen manche Listen: Nichts zu tun, wenn Sie sie dort nicht nutzen. Sonst aktualisieren Sie ConnectWise, und lassen Sie noch einmal lesen.",
  }),
  paging_broken: ({ path }) => ({
    message: `Die Liste ${path} von ConnectWise kam ungeordnet oder mit doppelten Nummern, ihren Seiten ist nicht zu trauen.`,
    remedy: "Melden Sie es: Diese Version von ConnectWise blättert anders.",
  }),
  site_invalid: () => ({
    message: "Die Adresse von ConnectWise ist keine Webadresse.",
    remedy: "Geben Sie sie wie https://api-na.myconnectwise.net ein, ohne Benutzer und Kennwort darin.",
  }),
  site_trouble: ({ status }) => ({
    message:
      status === undefined
        ? "Statt der Daten von ConnectWise kam eine Webseite: Die Adresse ist vielleicht falsch, oder ein Proxy hat geantwortet."
        : `ConnectWise antwortet unter dieser Adresse mit Status ${status}.`,
    remedy: "Prüfen Sie die Adresse; stimmt sie, versuchen Sie es in einigen Minuten noch einmal.",
  }),
  company_unknown: ({ company }) => ({
    message: `ConnectWise kennt unter dieser Adresse keine Firma „${company}“.`,
    remedy:
      "Prüfen Sie die Firmenkennung (die von der Anmeldung bei ConnectWise) und ob die Adresse zu Ihrer Region gehört: na, eu, au, za oder staging.",
  }),
  notes_unreadable: ({ ticketId, reason }, { say }) => ({
    message: `Eine Notiz von Ticket ${ticketId} war nicht zu lesen: ${say(reason)}.`,
    remedy:
      "Berichtigen Sie die Zeile im Export, oder exportieren Sie neu, und lassen Sie noch einmal lesen.",
  }),
  part_row_unreadable: ({ of, id, reason }, { say }) => ({
    message: `${rows[of]}${id}: ${say(reason)}.`,
    remedy:
      of === "field"
        ? "Berichtigen Sie das Feld in ConnectWise, und lassen Sie noch einmal lesen."
        : "Berichtigen oder löschen Sie es in ConnectWise, und lassen Sie noch einmal lesen.",
  }),
  not_found: (args) => {
    switch (args.what) {
      case "path":
        return {
          message: `In ConnectWise gibt es ${args.path} nicht (mehr).`,
          remedy: "Vermutlich wurde es in ConnectWise gelöscht; dann ist nichts zu tun.",
        };
      case "unnamed-file":
        return {
          message: "Eine Datei hat keinen Namen, den ConnectWise kennen könnte.",
          remedy: "Sehen Sie das Ticket in ConnectWise an.",
        };
      case "exported-ticket":
        return {
          message: `Ticket ${args.ticketId} fehlt im Export.`,
          remedy: "Exportieren Sie die Tickets noch einmal, dieses eingeschlossen.",
        };
      case "chosen-ticket":
        return {
          message: `Ticket ${args.ticketId} gibt es in der Quelle nicht, oder es darf nicht gelesen werden.`,
          remedy: "Prüfen Sie die Nummer, oder wählen Sie ein anderes Ticket für die Stichprobe.",
        };
    }
  },
  row_unreadable: ({ reason }, { say }) => ({
    message: `Eine Zeile war nicht zu lesen: ${say(reason)}.`,
    remedy: "Berichtigen Sie die Zeile im Export, oder exportieren Sie neu.",
  }),
  source_unreadable: (args, { say, explain }) => {
    if (args.what === "record") {
      return {
        message: `${one(args.type)} ${args.id} war nicht zu lesen: ${say(args.reason)}.`,
        remedy:
          "Berichtigen Sie es in der Quelle (oder geben Sie das fehlende Recht), und lassen Sie noch einmal lesen.",
      };
    }
    const { message, remedy } = explain(args.error);
    if (args.what === "list") {
      const [list, consequence] = lists[args.type];
      return { message: `${list} waren nicht zu lesen: ${message} ${consequence}`, remedy };
    }
    const more = args.records > args.names.length ? ", …" : "";
    const whose = args.records === 1 ? one(args.type) : ofMany(args.type);
    return {
      message: `${parts[args.part] ?? args.part} von ${count(args.records)} ${whose} (${args.names.join(", ")}${more}) waren nicht zu lesen: ${message}`,
      remedy,
    };
  },
  source_hole: ({ type, counted, read, missing }) => ({
    message: `Die Quelle zählt ${some(counted, one(type), many(type))}, zu lesen waren ${count(read)}: ${count(missing)} ${missing === 1 ? "fehlt" : "fehlen"}.`,
    remedy:
      "Meist steht ein Recht des API-Mitglieds auf „My“ statt „All“, oder ein Board ist ihm verschlossen. Berichtigen Sie die Rolle in der Quelle, und lassen Sie noch einmal lesen.",
  }),
  source_shrunk: ({ type, gone, staged }) => ({
    message: `${count(gone)} von ${count(staged)} ${ofMany(type)} sind in der Quelle nicht mehr zu finden.`,
    remedy:
      "Selten wird so viel auf einmal gelöscht: Prüfen Sie die Rechte des API-Mitglieds. Nichts davon gilt als gelöscht.",
  }),
  file_not_kept: ({ ticketId, documentId, error }, { explain }) => ({
    message: `Eine Datei von Ticket ${ticketId} wurde nicht heruntergeladen (Dokument ${documentId}): ${explain(error).message}`,
    remedy:
      "Das Ticket zieht um und nennt an ihrer Stelle Name und Link. Übertragen Sie die Datei von Hand, wenn sie wichtig ist.",
  }),
  unknown_time_zone: ({ timeZone }) => ({
    message: `„${timeZone}“ ist keine Zeitzone.`,
    remedy: "Schreiben Sie sie wie „America/New_York“ oder „Europe/Berlin“, unter source.csv.timeZone.",
  }),
  csv_date_order: ({ examples }) => ({
    message: `Tag und Monat sind nicht zu unterscheiden, etwa bei ${examples.join(", ")}.`,
    remedy: 'Sagen Sie, wie Daten geschrieben sind: "dateOrder": "dmy", "mdy" oder "ymd" unter source.csv.',
  }),
  csv_zone_names: ({ names, examples }) => ({
    message: `${names.join(", ")} kann die Zeit mehrerer Zonen sein, etwa bei ${examples.join(", ")}.`,
    remedy: `Sagen Sie, welche gemeint ist: "zones": {"${names[0]}": "America/New_York"} (oder "-05:00") unter source.csv.`,
  }),
  note_undated: () => ({
    message: "Eine Notiz hat kein Datum.",
    remedy: "Exportieren Sie die Notizen mit ihrem Datum.",
  }),
  csv_no_folder: ({ directory }) => ({
    message: `Es gibt keinen Ordner ${directory}, der sich lesen lässt.`,
    remedy: "Nennen Sie unter source.csv.directory den Ordner mit den Exporten.",
  }),
  csv_no_tickets: ({ directory }) => ({
    message: `In ${directory} liegt kein Export von Tickets.`,
    remedy:
      "Legen Sie den Ticketbericht als tickets.csv dorthin, oder nennen Sie seine Datei unter source.csv.objects.",
  }),
  csv_unusable: ({ file, why }, { say }) => ({
    message: `Der Export ${file} ist nicht zu gebrauchen. ${say(why)}`,
    remedy:
      "Exportieren Sie ihn noch einmal mit dieser Spalte, oder sagen Sie unter source.csv.columns, welche Spalte was ist.",
  }),
};
