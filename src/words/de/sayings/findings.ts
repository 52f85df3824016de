// German: what each check of the preflight is called, what it found, and what to do.
import type { FindingArguments } from "../../../engine/model/sayings/findings.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { count, list, megabytes, percent, some } from "../formats.ts";

export const checkNames: Readonly<Record<string, string>> = {
  connection: "Verbindung",
  "source-rights": "Rechte",
  "source-lists": "Vollständige Listen",
  "source-version": "Version",
  "source-clock": "Uhr",
  seats: "Handelnde Mitarbeitende",
  "staging-seats": "Handelnde Mitarbeitende",
  "attribute-twins": "Gleichnamige Attribute",
  "staging-attribute-twins": "Gleichnamige Attribute",
  "attribute-room": "Platz für Attribute",
  "attribute-names": "Namen der Attribute",
  "shared-emails": "E-Mails mehrerer Benutzer",
  teams: "Teams",
  quota: "Kontingent",
  clock: "Uhr",
  "api-version": "Version der API",
  "staging-apart": "Ein eigener Workspace",
  deletion: "Löschen",
  "workspace-profile": "Was der Workspace von selbst tut",
  sizes: "Längstes Ticket, größte Datei",
  texts: "Texte mit Tags",
  "file-store": "Platz für Dateien",
  database: "Datenbank",
};

const fine = (message: string): Explained => ({ message, remedy: "" });
const LISTS: Readonly<Record<string, string>> = {
  board: "Boards",
  member: "Mitarbeitenden",
  company: "Firmen",
  contact: "Kontakten",
};
const SETS = { admin: "Mitarbeitende", team: "ein Team", company: "eine Firma" } as const;

export const findings: TextsOf<FindingArguments, Explained> = {
  could_not_ask({ error }, { explain }) {
    const { message, remedy } = explain(error);
    return { message: `Konnte nicht gefragt werden: ${message}`, remedy };
  },
  not_connected: ({ error }, { explain }) => explain(error),
  rights_enough: () => fine("Das API-Mitglied darf alles lesen, was ein Umzug braucht."),
  rights_untold: () => ({
    message: "Konnte nicht gefragt werden: ConnectWise sagt nicht, was das API-Mitglied lesen darf.",
    remedy:
      "Sehen Sie in der Sicherheitsrolle des Mitglieds nach, dass die Stufe „Inquire“ All ist; Listen werden außerdem mit ihrer Zahl verglichen.",
  }),
  rights_short: ({ modules }) => ({
    message: `Das API-Mitglied darf nicht alles lesen von: ${list(modules.map(({ module, level }) => `${module} (${level})`))}. Listen sind dann kürzer, ohne dass ConnectWise es sagt.`,
    remedy: "Setzen Sie die Stufe „Inquire“ dieser Module in der Sicherheitsrolle des Mitglieds auf All.",
  }),
  lists_whole: ({ lists }) =>
    fine(`${some(lists, "Liste ist", "Listen sind")} so lang, wie ConnectWise zählt.`),
  lists_short: ({ lists }) => ({
    message: `ConnectWise listet weniger Datensätze auf, als es zählt: ${list(lists.map(({ type, counted, listed }) => `${count(listed)} von ${count(counted)} ${LISTS[type] ?? type}`))}.`,
    remedy:
      "Sehen Sie sich die Sicherheitsrolle des API-Mitglieds an: Eine angepasste Rolle verbirgt Datensätze. Geben Sie ihr All.",
  }),
  source_version: ({ version }) => fine(`ConnectWise antwortet als Version ${version}.`),
  api_version: ({ version }) => fine(`Intercom antwortet in Version ${version}.`),
  api_version_other: ({ version, wanted }) => ({
    message: `Intercom antwortet in Version ${version}, gefragt war ${wanted}.`,
    remedy: "Melden Sie das: Antworten einer anderen Version könnten falsch gelesen werden.",
  }),
  clock_right: () => fine("Die Uhren gehen gleich."),
  clock_off: ({ seconds }) => ({
    message: `Die dortige Uhr geht ${some(Math.abs(seconds), "Sekunde", "Sekunden")} ${seconds > 0 ? "vor" : "nach"}, verglichen mit unserer.`,
    remedy: "Stellen Sie die Uhr der Maschine, auf der Cutover läuft, nach einem Zeitserver (NTP).",
  }),
  seats_taken: ({ admins }) =>
    fine(`${count(admins)} Mitarbeitende können schreiben, zuweisen und schließen.`),
  nobody_can_act: () => ({
    message:
      "Niemand in diesem Workspace hat einen Inbox-Platz; also kann niemand Notizen schreiben, zuweisen oder schließen.",
    remedy: "Geben Sie mindestens einer Person in Intercom einen Inbox-Platz.",
  }),
  admin_cannot_act: ({ name, why, fallback }) => ({
    message: `${name}${fallback ? ", Vertretung für alle ohne eigenes Konto," : ""} ${why === "bot" ? "ist ein Bot, und was ein Bot schreibt, würde Kunden erreichen" : why === "no-seat" ? "hat keinen Inbox-Platz und kann weder schreiben noch zugewiesen werden" : "gehört nicht zu diesem Workspace"}.`,
    remedy: fallback
      ? "Wählen Sie in der Karte eine andere Vertretung, oder geben Sie dieser Person einen Inbox-Platz."
      : "Geben Sie dieser Person einen Inbox-Platz oder in der Karte eine andere: Bis dahin springt die Vertretung ein.",
  }),
  attributes_unique: () => fine("Keine zwei aktiven Attribute heißen gleich."),
  attributes_twice: ({ names }) => ({
    message: `Zwei aktive Attribute heißen gleich (${list(names)}). Solange das so ist, lehnt Intercom Attribute an jeder Konversation ab.`,
    remedy: "Archivieren Sie je eines davon in den Einstellungen von Intercom.",
  }),
  attributes_fit: ({ total, limit }) =>
    fine(`${count(total)} von ${count(limit)} eigenen Attributen werden belegt sein.`),
  attributes_tight: ({ total, limit }) => ({
    message: `${count(total)} von ${count(limit)} eigenen Attributen werden belegt sein.`,
    remedy:
      "Lassen Sie Felder in der Karte weg, oder archivieren Sie Attribute in Intercom, wenn Sie später noch welche anlegen wollen.",
  }),
  attributes_refused: ({ error }, { explain }) => explain(error),
  names_fit: () => fine("Intercom nimmt die Namen aller Attribute an."),
  names_refused: ({ names }) => ({
    message: `In Namen von Attributen an Kontakten und Firmen nimmt Intercom Buchstaben, Ziffern, Leerzeichen, Bindestriche, Unterstriche und Währungszeichen: ${list(names)}.`,
    remedy: "Geben Sie diesen Zeilen der Karte einen anderen Namen.",
  }),
  emails_single: ({ looked }) =>
    fine(
      `Keine von ${some(looked, "nachgesehenen E-Mail", "nachgesehenen E-Mails")} gehört mehreren Benutzern.`,
    ),
  emails_shared: ({ emails, looked }) => ({
    message: `Mehrere Benutzer des Workspace haben dieselbe E-Mail: ${list(emails)} (${count(looked)} nachgesehen).`,
    remedy:
      "Führen Sie diese Benutzer in Intercom zusammen, oder entscheiden Sie je Ausnahme, sobald sie gezeigt wird.",
  }),
  teams_there: ({ teams }) => fine(`Alle Teams der Karte gibt es (${count(teams)} im Workspace).`),
  teams_absent: ({ teams }) => ({
    message: `Diese Teams gibt es noch nicht: ${list(teams)}.`,
    remedy:
      "Legen Sie sie vor dem Lauf in Intercom an (kein Programm kann das), oder geben Sie ihren Boards ein anderes Team.",
  }),
  quota_free: ({ share }) => fine(`${percent(share)} des Kontingents von Intercom sind frei.`),
  quota_busy: ({ share }) => ({
    message: `Nur ${percent(share)} des Kontingents von Intercom sind frei: Den Rest brauchen andere Apps.`,
    remedy: "Laufen Sie, wenn diese ruhen, oder rechnen Sie mit mehr Zeit.",
  }),
  quota_untold: () => ({
    message: "Konnte nicht gefragt werden: Intercoms Antwort sagt nicht, wie viel vom Kontingent übrig ist.",
    remedy: "Nichts zu tun: Das Tempo ergibt sich aus den Antworten.",
  }),
  may_delete: () => fine("Was umzieht, kann spurlos zurückgenommen werden: So wurde der Canary gelöscht."),
  numbers_remain: () => ({
    message: "Konversationen können gelöscht werden, und ihre Zahlen bleiben in den Berichten.",
    remedy:
      "Geben Sie der App des Tokens den Scope delete_conversations_and_metrics, wenn eine Rücknahme keine Zahlen hinterlassen darf.",
  }),
  staging_apart: () => fine("Staging ist ein anderer Workspace als die Produktion."),
  staging_same: ({ name }) => ({
    message: `Beide Tokens gehören zu einem Intercom-Workspace, ${name}: Proben kämen in die Inbox Ihrer Kunden.`,
    remedy: "Geben Sie für Staging das Token eines eigenen Test-Workspace ein, oder lassen Sie es leer.",
  }),
  workspace_known: () => fine("Der Canary fand nichts, was der Workspace von selbst setzt."),
  workspaces_differ: ({ fields }) => ({
    message: `Staging und Produktion behalten Dinge verschieden (${list(fields)}); die Probe zeigte das nicht.`,
    remedy:
      "Sehen Sie sich die Preflight-Seite an, und eine Stichprobe der Produktion in der Inbox, sobald sie läuft.",
  }),
  workspace_assigns: ({ sets, onReply }) => ({
    message: `Der Workspace setzt von selbst an Konversationen: ${list([...sets.map((one) => SETS[one]), ...(onReply ? ["wer antwortet"] : [])])}.`,
    remedy: "Schalten Sie Standard-Zuweisungen und Zuweisungsregeln in Intercom für die Zeit des Umzugs ab.",
  }),
  sizes_fit: ({ messages, bytes }) =>
    fine(
      `Das längste Ticket hat ${some(messages, "Nachricht", "Nachrichten")}, die größte Datei ${megabytes(bytes)}.`,
    ),
  ticket_long: ({ ticket, messages, limit }) => ({
    message: `Ticket ${ticket} hat ${count(messages)} Nachrichten, mehr als ${count(limit)}: Es geht in einer weiteren Konversation weiter.`,
    remedy: "Nichts zu tun: Beide verweisen aufeinander.",
  }),
  file_large: ({ ticket, bytes, limit }) => ({
    message: `Eine Datei von Ticket ${ticket} hat ${megabytes(bytes)}, mehr als ${megabytes(limit)}: Sie wird stattdessen mit ihrem Link genannt.`,
    remedy: "Heben Sie die Grenze in der Karte an (höchstens 40 MB), wenn Intercom das annimmt.",
  }),
  texts_plain: ({ looked }) =>
    fine(`In keinem von ${some(looked, "Text", "Texten")} steht, was wie ein Tag aussieht.`),
  texts_with_tags: ({ texts, looked, kept }) => ({
    message: `In ${count(texts)} von ${some(looked, "angesehenen Text", "angesehenen Texten")} steht, was wie ein Tag aussieht, etwa eine Adresse in spitzen Klammern${kept === true ? "; der Canary sah, dass Intercom sie behält" : kept === false ? "; der Canary sah, dass Intercom sie aus reinem Text verliert" : "; der Canary fragt, ob Intercom sie behält"}.`,
    remedy:
      kept === false
        ? "Nichts zu tun, wo der Lauf weitergeht: Sie werden in einer Form gesendet, die bleibt."
        : "",
  }),
  files_kept: () => fine("Dateien können aufbewahrt werden."),
  files_refused: ({ error }, { explain }) => explain(error),
  database_ready: ({ kind }) => fine(`Die Datenbank antwortet (${kind}), und die Platte hat Platz.`),
  disk_short: ({ bytes }) => ({
    message: `Nur ${megabytes(bytes)} sind auf der Platte frei, auf der Cutover seine Daten hält.`,
    remedy: "Schaffen Sie Platz, oder setzen Sie CUTOVER_DATA auf eine größere Platte.",
  }),
};
