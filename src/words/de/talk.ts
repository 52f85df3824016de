// German: answers, refusals, errors, what was decided, and Home.
import type { StepName } from "../../bot/step-names.ts";
import type { Role } from "../../engine/model/migration.ts";
import type { talk as english } from "../en/talk.ts";
import { utc } from "../numbers.ts";
import type { Widened } from "../words.ts";
import { einige, zahl } from "./numbers.ts";

const where: Readonly<Record<StepName, string>> = {
  welcome: "am Anfang: Jemand sagt, wer für den Kunden entscheidet",
  connect: "beim Verbinden von ConnectWise und Intercom",
  terms: "beim Bestätigen der Bedingungen",
  surveying: "beim Lesen von ConnectWise",
  "survey-review": "bei der Bestandsaufnahme",
  proposing: "beim Entwerfen der Zuordnung",
  "map-review": "beim Durchgehen der Zuordnung",
  planning: "beim Berechnen des Plans",
  "plan-review": "vor der Freigabe des Plans",
  teams: "beim Anlegen der Teams in Intercom",
  sampling: "beim Übertragen der Stichprobe",
  "sample-review": "beim Prüfen der Stichprobe",
  "removing-sample": "beim Entfernen der Stichprobe aus Intercom",
  silence: "bei der Checkliste vor dem Umzug",
  "cutover-review": "vor der Freigabe des Umzugs",
  running: "in der vollständigen Übertragung",
  migrated: "umgezogen, aber noch nicht geprüft",
  delta: "beim Nachziehen aus ConnectWise",
  verifying: "beim Prüfen aller Datensätze",
  certified: "fertig geprüft",
  "rolling-back": "beim Zurücknehmen",
  "rolled-back": "wieder am Ausgangspunkt, alles ist zurückgenommen",
};
const roles: Readonly<Record<Role, string>> = {
  customer: "die Person, die für den Kunden entscheidet",
  "account-manager": "den Account Manager",
  observer: "Beobachter",
  stranger: "Außenstehende",
};

export const talk: Widened<typeof english> = {
  language: "de",
  count: zahl,
  dateTime: (at) => utc(at, "de-DE"),
  where: (step) => where[step],
  role: (role) => roles[role],

  refusal: {
    stranger: (because) =>
      `Das dürfen nur Leute des Kunden und des Teams, das diesen Umzug betreut. ${because} Nichts wurde geändert. Wenn das nicht stimmt, bitten Sie den Account Manager, Sie einzutragen.`,
    foreignTeam: "Sie gehören zu einer anderen Organisation.",
    restricted: "Sie sind in diesem Workspace Gast.",
    unknownPerson: "Slack konnte mir nicht sagen, wer Sie sind.",
    role: (needed) =>
      `Diese Entscheidung ist für ${needed.map((role) => roles[role]).join(" oder ")} vorgesehen. Nichts wurde geändert.`,
    noCustomer:
      "Noch hat niemand gesagt, dass er für den Kunden entscheidet. Falls Sie das sind, drücken Sie auf der ersten Nachricht „Ich entscheide für den Kunden“.",
    claimed: (who) => `${who} entscheidet bereits für den Kunden. Nichts wurde geändert.`,
    managerCantClaim:
      "Sie sind hier Account Manager. Für den Kunden muss jemand von dort entscheiden, damit zwei Personen auf den Umzug sehen.",
    twoPeople:
      "Sie haben den Plan freigegeben. Was in die Produktion geschrieben wird, braucht eine zweite Person: einen anderen Account Manager. Nichts wurde geändert.",
    taken: (who, what, when) => `Das ist schon entschieden: ${who} ${what}, ${when}. Nichts wurde geändert.`,
    old: (at) =>
      `Dieser Knopf gehört zu einem früheren Schritt. Wir sind ${at}. Fragen Sie „Wo stehen wir?“, dann zeige ich die aktuelle Nachricht.`,
    changedSince:
      "Die Zuordnung oder der Plan hat sich seit dieser Nachricht geändert. Bitte sehen Sie die aktuelle Fassung weiter unten an. Nichts wurde geändert.",
    busy: "Das geht nicht, solange die Arbeit läuft. Nichts wurde geändert.",
    notInstalled:
      "Cutover ist in diesem Workspace nicht installiert, deshalb kann ich hier nicht antworten. Nutzen Sie mich im Kanal, den Sie mit Ihrem Account Manager teilen, oder bitten Sie um eine Installation.",
    notMember: "Sie sind kein Mitglied dieses Kanals. Nichts wurde geändert.",
    inviteMe:
      "Ich bin nicht in diesem Kanal und kann hier nichts schreiben. Laden Sie mich mit `/invite @Cutover` ein; dann kann der Umzug hier beginnen oder weitergehen.",
    tooLate: "Das hat länger gedauert, als Slack ein Fenster öffnen lässt. Bitte noch einmal drücken.",
    noMigration:
      "In diesem Kanal gibt es noch keinen Umzug. Erwähnen Sie mich mit „start“, oder nutzen Sie /cutover start.",
    freeText:
      "Das habe ich nicht verstanden. Ein Text gibt nie etwas frei und startet nichts: Das tun nur Knöpfe. Fragen Sie „Wo stehen wir?“ oder „Hilfe“, oder sagen Sie mir, was an der Zuordnung zu ändern ist.",
  },

  window: {
    title: "Cutover",
    loading: "Wird geladen …",
  },

  decided: {
    what: {
      claimed: "entscheidet für den Kunden",
      went: "ist weitergegangen",
      agreed: "hat die Bedingungen bestätigt",
      surveyed: "hat die Zuordnung angefordert",
      resurveyed: "hat eine neue Bestandsaufnahme angefordert",
      accepted: "hat die Zuordnung angenommen",
      approvedPlan: "hat den Plan freigegeben",
      back: "ist zur Zuordnung zurückgegangen",
      teamsReady: "hat die Teams angelegt",
      approvedSample: "hat die Stichprobe freigegeben",
      wroteSample: "lässt die Stichprobe in die Produktion schreiben",
      removedSample: "lässt die Stichprobe entfernen",
      silenced: "hat die Checkliste bestätigt",
      cutover: "hat den Umzug freigegeben",
      delta: "hat um Nachziehen gebeten",
      failedAgain: "lässt die fehlgeschlagenen erneut versuchen",
      verify: "hat um die Prüfung gebeten",
      rollback: "hat den Rollback bestätigt",
      again: "hat ab der Zuordnung neu begonnen",
      resumed: "hat fortgesetzt",
      retried: "hat es erneut versucht",
      paused: "hat pausiert",
      cancelled: "hat abgebrochen",
      corrected: "hat diese Änderung bestätigt",
      dismissed: "hat die Zuordnung gelassen, wie sie war",
    },
    line: (who, what, when) => `${who} ${what}, ${when}.`,
    finished: (when) => `Fertig, ${when}.`,
    stopped: (when) => `Angehalten, ${when}.`,
    movedDown: "Diese Nachricht steht jetzt weiter unten.",
  },

  error: {
    notShown:
      "Das ist festgehalten, aber ich konnte es hier nicht zeigen. Fragen Sie gleich noch einmal „Wo stehen wir?“.",
    known: ({ message, remedy }) => `${message} ${remedy}`,
    unknown: (reference) =>
      `Bei uns ist etwas schiefgegangen, und nichts wurde geändert. Bitte versuchen Sie es noch einmal; geschieht es wieder, nennen Sie Ihrem Account Manager diese Kennung (reference: ${reference}).`,
  },

  status: {
    headline: (title, at) => `*${title}*: ${at}.`,
    waitsForYou: "*Es wartet auf Sie.*",
    waitsFor: (who) => `Es wartet auf ${who}.`,
    works: "Ich bin an der Arbeit; Sie müssen nichts tun.",
    nothing: "Sie müssen nichts tun.",
    halted: ({ message, remedy }) => `Es steht still. ${message} ${remedy}`,
    exceptions: (n) =>
      n === 0
        ? "Keine Ausnahmen."
        : `${einige(n, "Datensatz hat", "Datensätze haben")} es bisher nicht geschafft.`,
    certificate: (n, when) => `Zuletzt geprüft ${when}: ${einige(n, "Abweichung", "Abweichungen")}.`,
    journal: (done, open) =>
      `${einige(done, "Schreibvorgang", "Schreibvorgänge")} erledigt, ${zahl(open)} offen.`,
  },
  help: [
    "Ich bringe einen Helpdesk von ConnectWise nach Intercom, Schritt für Schritt, in diesem Kanal.",
    "• „Wo stehen wir?“ oder `/cutover status`: der Stand, und was auf wen wartet",
    "• „Wo ist Ticket 123456?“ oder `/cutover where 123456`: die Unterhaltung, die daraus wurde",
    "• „Was ist schiefgegangen?“, „Wie lange dauert das?“, „Was passiert mit den Zeiteinträgen?“, „Wer darf freigeben?“",
    "• „Setze ‚Waiting on vendor‘ auf zurückgestellt und lass das Board Sales weg“: Ich zeige die Änderung, ein Knopf führt sie aus",
    "• `/cutover start`: einen Umzug in diesem Kanal beginnen",
    "• Knöpfe entscheiden. Ein Text gibt nie etwas frei und startet nichts.",
    "• Anhalten: Pausieren oder Abbrechen auf der Fortschrittsnachricht. Zurücknehmen: der Account Manager, nach der vollständigen Übertragung.",
  ],
  ticket: {
    found: (id, conversation, title, environment) =>
      `Ticket ${id} ist in Intercom (${environment}) die Unterhaltung ${conversation}: ${title}`,
    goesOn: (conversations) => `Es ist für eine Unterhaltung zu lang und geht weiter in ${conversations}.`,
    missing: (id) =>
      `Ticket ${id} wurde bisher nicht übertragen: Entweder ist es noch nicht an der Reihe, oder sein Board bleibt zurück, oder es steht bei den Ausnahmen.`,
  },
  exceptions: {
    none: "Es gibt keine Ausnahmen.",
    title: (total) =>
      `*${einige(total, "Datensatz hat", "Datensätze haben")} es nicht geschafft.* Nach Ursachen:`,
    record: (type, id, code, requestId) =>
      `${type} ${id} (${code}${requestId === undefined ? "" : `, Anfrage ${requestId} bei Intercom`})`,
    again:
      "Ist die Ursache behoben, versucht der Knopf „Die fehlgeschlagenen erneut versuchen“ nur diese noch einmal.",
  },
  home: {
    title: "Ihre Umzüge",
    none: "Es gibt keinen Umzug, an dem Sie beteiligt sind. Laden Sie mich in einen Kanal ein und erwähnen Sie mich mit „start“.",
    channel: (channel) => `Kanal: ${channel}`,
    help: "So geht es",
    open: "Öffnen",
    start: "Umzug beginnen",
    startTitle: "Umzug beginnen",
    startLabel: "In welchem Kanal?",
    startNote:
      "Dort melde ich jeden Schritt. Laden Sie zuerst mich in den Kanal ein, und alle, die entscheiden.",
    startSubmit: "Hier beginnen",
    unreachable:
      "In seinem Kanal kann ich nicht mehr schreiben: Es gibt ihn nicht mehr, oder ich wurde entfernt. Der Umzug bleibt, wie er ist. Laden Sie mich wieder ein und fragen Sie „Wo stehen wir?“.",
  },
  connectForm: {
    title: "Verbinden",
    submit: "Verbinden",
    close: "Nicht jetzt",
    note: "Was Sie tippen, ist auf Ihrem Bildschirm zu sehen. Ich speichere es verschlüsselt und zeige es nie wieder an.",
    cwUrl: "Adresse von ConnectWise, z. B. https://api-na.myconnectwise.net",
    cwCompany: "Firma in ConnectWise (Company)",
    cwPublicKey: "ConnectWise Public Key",
    cwPrivateKey: "ConnectWise Private Key",
    cwClientId: "ConnectWise Client ID",
    intercomUrl: "Adresse von Intercom, falls nicht https://api.intercom.io (optional)",
    intercomToken: "Intercom Access Token",
    stagingToken: "Intercom Access Token eines Test-Workspace (optional)",
  },
};
