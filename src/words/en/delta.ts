// English: what a delta did.
import type { TicketChange } from "../../engine/model/reports/delta-summary.ts";
import { count, some } from "./formats.ts";

const states: Readonly<Record<NonNullable<TicketChange["state"]>, string>> = {
  open: "open again",
  snoozed: "now snoozed",
  closed: "now closed",
};
const kinds: Readonly<Record<TicketChange["kind"], string>> = {
  new: "new",
  changed: "changed",
  deleted: "deleted in ConnectWise",
};

export const delta = {
  delta: {
    title: "Caught up with ConnectWise",
    nothing: "Nothing had changed in ConnectWise since the last time.",
    lead: "Since the last time, this came from ConnectWise:",
    newTickets: (n: number) => some(n, "new ticket", "new tickets"),
    changedTickets: (n: number, closed: number) =>
      `${some(n, "changed ticket", "changed tickets")}${closed > 0 ? `, ${count(closed)} of them now closed` : ""}`,
    deletedTickets: (n: number) =>
      n === 1
        ? "1 ticket deleted in ConnectWise: its conversation is closed and says so"
        : `${count(n)} tickets deleted in ConnectWise: their conversations are closed and say so`,
    messages: (notes: number, timeEntries: number) =>
      [
        ...(notes > 0 ? [some(notes, "new note", "new notes")] : []),
        ...(timeEntries > 0 ? [some(timeEntries, "new time entry", "new time entries")] : []),
      ].join(" and "),
    edited: (n: number) =>
      n === 1
        ? "1 text edited after its move: a note tells the new wording"
        : `${count(n)} texts edited after their move: notes tell the new wording`,
    contacts: (n: number, changed: number) => `Contacts: ${count(n)} new, ${count(changed)} changed`,
    companies: (n: number, changed: number) => `Companies: ${count(n)} new, ${count(changed)} changed`,
    articles: (n: number) => some(n, "article", "articles"),
    ticket: (id: string, title: string, what: string) => `Ticket ${id}${title ? `, ${title}` : ""}: ${what}`,
    kinds,
    states,
    notes: (n: number) => some(n, "note", "notes"),
    timeEntries: (n: number) => some(n, "time entry", "time entries"),
    editedTexts: (n: number) => some(n, "edited text", "edited texts"),
    fields: "changed fields",
    assigned: "another team or owner",
    more: (n: number) => `and ${some(n, "more ticket", "more tickets")}`,
    conflicts: (n: number, tickets: string) =>
      `*${some(n, "ticket was", "tickets were")} changed on both sides*: ${tickets}.`,
    kept: "As the map says, what people set in Intercom stays: state and assignee. Messages and fields follow ConnectWise.",
    overwritten: "As the map says, ConnectWise wins: its state and assignee were written over Intercom's.",
    next: (when: string) => `Next automatic catch-up: ${when}.`,
    soon: "The next automatic catch-up begins within minutes.",
    switchedOff: (who: string) =>
      `Automatic catch-ups are off${who ? `, as ${who} asked` : ""}. “Catch up now” works at any time.`,
    off: "Stop automatic catch-ups",
    on: "Resume automatic catch-ups",
    button: "What changed, by ticket",
    link: (url: string) =>
      `What the last catching up changed, ticket by ticket: <${url}|open it>. The link works for 30 days, for whoever has it.`,
    none: "I have not caught up with ConnectWise yet, so there is no such list.",
  },
} as const;
