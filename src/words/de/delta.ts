// German: what a delta did.
import type { TicketChange } from "../../engine/model/reports/delta-summary.ts";
import type { delta as english } from "../en/delta.ts";
import type { Widened } from "../words.ts";
import { einige, zahl } from "./numbers.ts";

const states: Readonly<Record<NonNullable<TicketChange["state"]>, string>> = {
  open: "wieder offen",
  snoozed: "jetzt zurückgestellt",
  closed: "jetzt geschlossen",
};
const kinds: Readonly<Record<TicketChange["kind"], string>> = {
  new: "neu",
  changed: "geändert",
  deleted: "in ConnectWise gelöscht",
};

export const delta: Widened<typeof english> = {
  delta: {
    title: "Nachgezogen",
    nothing: "In ConnectWise hatte sich seit dem letzten Mal nichts geändert.",
    lead: "Das kam seit dem letzten Mal aus ConnectWise:",
    newTickets: (n) => einige(n, "neues Ticket", "neue Tickets"),
    changedTickets: (n, closed) =>
      `${einige(n, "geändertes Ticket", "geänderte Tickets")}${closed > 0 ? `, davon ${zahl(closed)} jetzt geschlossen` : ""}`,
    deletedTickets: (n) =>
      n === 1
        ? "1 Ticket wurde in ConnectWise gelöscht: Seine Unterhaltung ist geschlossen und sagt es"
        : `${zahl(n)} Tickets wurden in ConnectWise gelöscht: Ihre Unterhaltungen sind geschlossen und sagen es`,
    messages: (notes, timeEntries) =>
      [
        ...(notes > 0 ? [einige(notes, "neue Notiz", "neue Notizen")] : []),
        ...(timeEntries > 0 ? [einige(timeEntries, "neuer Zeiteintrag", "neue Zeiteinträge")] : []),
      ].join(" und "),
    edited: (n) =>
      n === 1
        ? "1 Text wurde nach dem Umzug bearbeitet: Eine Notiz nennt den neuen Wortlaut"
        : `${zahl(n)} Texte wurden nach dem Umzug bearbeitet: Notizen nennen den neuen Wortlaut`,
    contacts: (n, changed) => `Kontakte: ${zahl(n)} neu, ${zahl(changed)} geändert`,
    companies: (n, changed) => `Firmen: ${zahl(n)} neu, ${zahl(changed)} geändert`,
    articles: (n) => einige(n, "Artikel", "Artikel"),
    ticket: (id, title, what) => `Ticket ${id}${title ? `, ${title}` : ""}: ${what}`,
    kinds,
    states,
    notes: (n) => einige(n, "Notiz", "Notizen"),
    timeEntries: (n) => einige(n, "Zeiteintrag", "Zeiteinträge"),
    editedTexts: (n) => einige(n, "bearbeiteter Text", "bearbeitete Texte"),
    fields: "geänderte Felder",
    assigned: "anderes Team oder andere Zuständige",
    more: (n) => `und ${einige(n, "weiteres Ticket", "weitere Tickets")}`,
    conflicts: (n, tickets) =>
      `*${einige(n, "Ticket wurde", "Tickets wurden")} auf beiden Seiten geändert*: ${tickets}.`,
    kept: "Wie in der Zuordnung festgelegt, bleibt, was Menschen in Intercom eingestellt haben: Zustand und Zuständige. Nachrichten und Felder folgen ConnectWise.",
    overwritten:
      "Wie in der Zuordnung festgelegt, gilt ConnectWise: Zustand und Zuständige in Intercom wurden überschrieben.",
    next: (when) => `Nächstes automatisches Nachziehen: ${when}.`,
    soon: "Das nächste automatische Nachziehen beginnt in wenigen Minuten.",
    switchedOff: (who) =>
      `Das automatische Nachziehen ist aus${who ? `, wie von ${who} gewünscht` : ""}. „Jetzt nachziehen“ geht jederzeit.`,
    off: "Automatisches Nachziehen aus",
    on: "Automatisches Nachziehen an",
    button: "Was sich geändert hat",
    link: (url) =>
      `Was das letzte Nachziehen geändert hat, Ticket für Ticket: <${url}|öffnen>. Der Link gilt 30 Tage, für alle, die ihn haben.`,
    none: "Ich habe noch nicht nachgezogen, deshalb gibt es diese Liste noch nicht.",
  },
};
