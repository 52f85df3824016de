// German: corrections in words, and answers about the move itself.
import type { ApprovalKind } from "../../engine/model/migration.ts";
import type { topics as english } from "../en/topics.ts";
import type { Widened } from "../words.ts";
import { dauer, einige, spanne } from "./numbers.ts";

const approvals: Readonly<Record<ApprovalKind, string>> = {
  terms: "Die Bedingungen",
  map: "Die Zuordnung",
  plan: "Der Plan",
  sample: "Die Stichprobe",
  "sample-slice": "Die Stichprobe in der Produktion",
  "sample-removal": "Das Entfernen der Stichprobe",
  silence: "Die Checkliste",
  cutover: "Der Umzug",
  rollback: "Der Rollback",
};

export const topics: Widened<typeof english> = {
  report: {
    button: "Ganzer Bericht",
    link: (url) => `Der ganze Bericht: <${url}|öffnen>. Der Link gilt 30 Tage, für alle, die ihn haben.`,
    guides: "Anleitungen",
    guidesLink: (url) =>
      `Was Menschen neu aufbauen, und womit: <${url}|Anleitungen öffnen>. Der Link gilt 30 Tage, für alle, die ihn haben.`,
    ticketsLink: (url) =>
      `Jede Unterhaltung mit ihrer alten Ticketnummer: <${url}|Liste öffnen>. Der Link gilt 30 Tage, für alle, die ihn haben.`,
    noGuides: "Es gibt noch keine Anleitungen. Eine Prüfung liest, was sie brauchen: „Erneut prüfen“.",
    noPage: "Hier gibt es keine Seite für Berichte. Der Account Manager hat sie auf der Kommandozeile.",
  },
  correction: {
    title: "Die Zuordnung so ändern?",
    kinds: { status: "Status", board: "Board", member: "Mitglied", field: "Feld" },
    line: (kind, name, was, will) => `${kind} *${name}*: ${was} → *${will}*`,
    stays: (kind, name, will) => `${kind} *${name}* bleibt: *${will}*`,
    policies: {
      existingContact: "Kontakte, die es in Intercom schon gibt",
      existing: {
        keep: "bleiben unverändert",
        fill: "werden ergänzt, wo etwas leer ist",
        overwrite: "werden überschrieben",
      },
      fallbackAdmin: "Der Ersatz-Admin",
      nobody: "niemand",
      snoozeDays: "Tage, die Zurückgestelltes ruht",
      inactive: "Inaktive Kontakte",
      moved: "werden übertragen",
    },
    askedBy: (who) => `${who} hat darum gebeten. Noch ist nichts geändert.`,
    next: "Wenn Sie bestätigen, zeichne ich die Zuordnung neu.",
    voids:
      "Wenn Sie bestätigen, geht es zurück zur Zuordnung: Der Plan wird neu berechnet und neu freigegeben.",
    confirm: "Änderung bestätigen",
    dismiss: "Doch nicht",
    outdated: "Diese Änderung wird nicht mehr angeboten; sie hat nichts geändert.",
    joined: "Mitgenommen: Dieser Wunsch und der nächste warten zusammen, weiter unten.",
    again: "Der frühere Wunsch wurde entschieden, während ich Ihren las. Bitte sagen Sie Ihren noch einmal.",
    gone: "Diese Änderung wird nicht mehr angeboten: Es gibt eine neuere, oder sie ist entschieden. Nichts wurde geändert.",
    noMap: "Es gibt noch keine Zuordnung. Sobald sie entworfen ist, sagen Sie mir, was zu ändern ist.",
    busy: "Mit dieser Zuordnung wird gerade gearbeitet, deshalb kann ich sie jetzt nicht ändern. Pausieren Sie, oder warten Sie das Ende ab, und sagen Sie es mir dann noch einmal.",
    tooLate: (at) =>
      `Wir sind ${at}: Was umgezogen ist, folgt dieser Zuordnung. Um sie zu ändern, nimmt der Account Manager zuerst alles zurück.`,
    nothing: "Ich habe nichts gefunden, das zu ändern wäre. Nichts wurde geändert.",
    which: (said, names) => `Welches meinen Sie mit „${said}“: ${names}? Bitte nennen Sie den ganzen Namen.`,
    unknown: {
      status: (said) => `Einen Status „${said}“ kenne ich nicht.`,
      board: (said) => `Ein Board „${said}“ kenne ich nicht.`,
      team: (said) =>
        `In Intercom gibt es kein Team „${said}“. Sagen Sie „neues Team ${said}“, wenn Sie es anlegen werden.`,
      member: (said) => `Ein Mitglied „${said}“ kenne ich nicht.`,
      admin: (said) => `In Intercom gibt es keinen Admin „${said}“.`,
      field: (said) => `Ein Feld „${said}“ kenne ich nicht.`,
      "board-or-field": (said) => `Ein Board oder Feld „${said}“ kenne ich nicht.`,
      row: (said) => `„${said}“ kenne ich nicht.`,
    },
    rest: (said) => `„${said}“ habe ich nicht verstanden.`,
  },
  topics: {
    counted: (n) => `Gezählt habe ich ${einige(n, "Zeiteintrag", "Zeiteinträge")}.`,
    numbers:
      "Intercom gibt jeder Unterhaltung eine eigene Nummer, deshalb können alte Ticketnummern keine sein. Jede bleibt als Attribut und ist auffindbar. Fragen Sie mich „Wo ist Ticket 123456?“, und ich nenne die Unterhaltung.",
    time: "Intercom kennt keine Zeiteinträge. Die Stunden bleiben als Attribut der Unterhaltung, und aus jedem Eintrag wird eine interne Notiz mit Techniker, Datum, Stunden und Satz. Die Abrechnung braucht ein anderes Werkzeug.",
    slas: "Der Name des SLA, und die Frist, wo ConnectWise sie nennt, bleiben als Attribute. Die SLA-Auswertung von Intercom beginnt neu: Menschen richten dort die SLAs ein.",
    attachments:
      "Dateien gehen mit ihrem Ticket. Was zu groß ist oder sich nicht herunterladen lässt, wird an seiner Stelle mit Namen und Link genannt.",
    automations:
      "Workflows, Skripte und Regeln ziehen nicht um. Eine Prüfung schreibt Anleitungen dafür, Regel für Regel, und Menschen bauen in Intercom neu, was noch gebraucht wird.",
    notes:
      "Jede Notiz wird ein Teil ihrer Unterhaltung, in der Reihenfolge, mit ursprünglicher Zeit und ursprünglichem Autor: öffentliche als Antworten, interne als Notizen, die Kunden nie sehen. Niemand wird benachrichtigt.",
    articles:
      "Artikel der Wissensdatenbank werden Artikel in Intercom, als Entwürfe, in Sammlungen nach Kategorie. Menschen sehen sie durch und veröffentlichen sie.",
    configurations:
      "Von Konfigurationen bleibt nur eine Zusammenfassung. Für ihre Hierarchie hat Intercom keinen Platz; sie braucht ein anderes Werkzeug.",
    duration: {
      left: (what, left) => `${what}: ${left}.`,
      plan: (seconds, operations) =>
        `Laut Plan dauert die vollständige Übertragung etwa ${dauer(seconds)}, mit ${einige(operations, "Anfrage", "Anfragen")} an Intercom. Sie arbeiten währenddessen weiter.`,
      survey: (low, high) =>
        `Die Bestandsaufnahme schätzt ${spanne(low * 3600, high * 3600)} für die vollständige Übertragung. Sie arbeiten währenddessen weiter.`,
      unknown:
        "Das kann ich erst nach der Bestandsaufnahme sagen: Sie zählt, was da ist, und dauert einige Minuten.",
    },
    cost: {
      noPrice:
        "Mir wurde keine Preisliste gegeben, deshalb nenne ich keinen Preis. Das tut der Account Manager.",
      beforeSurvey:
        "Das kann ich erst nach der Bestandsaufnahme sagen: Sie zählt, was da ist. Der Preis kommt aus der Preisliste des Account Managers.",
    },
    stop: "Drücken Sie auf der Fortschrittsnachricht „Pausieren“ oder „Abbrechen“. Pausiertes geht dort weiter, wo es aufgehört hat; nichts geschieht doppelt. Nach der vollständigen Übertragung kann der Account Manager alles zurücknehmen. Vor der Stichprobe gibt es nichts anzuhalten: Nichts wird geschrieben.",
    irreversible: [
      "ConnectWise wird nur gelesen: Dort ändert sich nichts.",
      "In Intercom löscht ein Rollback, was ich angelegt habe, und stellt wieder her, was ich geändert habe.",
      "Nachrichten, die Menschen seitdem gesendet haben, holt er nicht zurück; Unterhaltungen, die Menschen angefasst haben, bleiben und werden genannt.",
      "Nummern gelöschter Datensätze werden nicht neu vergeben, und Attribute werden archiviert, nicht gelöscht.",
    ],
    approvers: {
      customer: (who) => `${who} entscheidet für den Kunden: Bedingungen, Zuordnung, Plan, Stichprobe.`,
      noCustomer: "Noch hat niemand gesagt, dass er für den Kunden entscheidet.",
      managers: (who) => `Den Umzug und einen Rollback: ${who}.`,
      noManagers: "Noch ist kein Account Manager benannt; niemand kann den Umzug freigeben.",
      twoPeople: "Plan und Umzug brauchen zwei verschiedene Personen. Nur Knöpfe zählen, nie Texte.",
      given: "Bisher freigegeben:",
      one: (what, who, when) => `${what}: ${who}, ${when}`,
      kinds: approvals,
    },
    correct:
      "Sagen Sie es mir in Worten, zum Beispiel: „Setze ‚Waiting on vendor‘ auf zurückgestellt und lass das Board Sales weg“. Ich zeige, was sich ändern würde, und ein Knopf führt es aus. Die Menüs auf der Zuordnung tun dasselbe.",
  },
};
