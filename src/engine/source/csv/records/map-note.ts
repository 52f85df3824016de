// Rows of notes and time entries as neutral records; who wrote a note is resolved, never assumed.
import type { SourceNote, SourceTicket, SourceTimeEntry } from "../../../model/source.ts";
import { digestId, foldName } from "../tables/name-ids.ts";
import type { Resolver } from "../tables/resolve.ts";
import { readBillable, readNoteKind } from "../text/read-values.ts";
import { type Row, unreadable } from "../text/row-reader.ts";
import { compact } from "./compact.ts";
import { auditOf } from "./map-people.ts";

export function ticketIdOf(row: Row): string {
  const id = row.id("ticketId");
  if (id === undefined) throw unreadable("it names no ticket");
  return id;
}

/**
 * A note whose kind says nothing, in a file without a column for it, is internal: showing it to a customer could
 * not be undone. Without an id of its own it gets one from what it says.
 */
export function mapNote(row: Row, ticket: SourceTicket | undefined, resolve: Resolver): SourceNote {
  const ticketId = ticketIdOf(row);
  const text = row.raw("text") ?? "";
  const dateCreated = row.date("dateCreated") ?? ticket?.dateEntered;
  if (dateCreated === undefined) throw unreadable("it has no date");
  const told = row.text("kind");
  const flagged = row.flag("internal");
  const kind =
    (told === undefined ? undefined : readNoteKind(told)) ?? (flagged === false ? "discussion" : "internal");
  const author = authorOf(row, ticket, resolve);
  return {
    id: row.id("id") ?? digestId(ticketId, dateCreated, kind, author.name, text),
    ticketId,
    kind,
    internal: flagged === true || kind === "internal",
    text,
    dateCreated,
    author,
  };
}

function authorOf(row: Row, ticket: SourceTicket | undefined, resolve: Resolver): SourceNote["author"] {
  const [contact, member, by] = [row.text("contact"), row.text("member"), row.text("createdBy")];
  const email = row.text("contactEmail");
  // Reports fill one of the two; with both, the member wrote and the contact is the ticket's.
  if (member !== undefined) return { kind: "member", ...resolve.member(member) };
  if (contact !== undefined || email !== undefined) {
    if (
      ticket?.contact &&
      contact !== undefined &&
      foldName(ticket.contact.name ?? "") === foldName(contact)
    ) {
      return { kind: "contact", ...ticket.contact };
    }
    const found = resolve.contact({ name: contact, email, company: ticket?.company });
    return compact({ kind: "contact" as const, ...found, name: contact ?? email });
  }
  if (by === undefined) return { kind: "unknown" };
  // "Created by" alone holds a login, an address or a name.
  const known = row.has("member") ? undefined : resolve.knownMember(by);
  if (known) return { kind: "member", ...known };
  const isContact = [ticket?.contactEmail, ticket?.contact?.name].some(
    (one) => one !== undefined && foldName(one) === foldName(by),
  );
  if (isContact && ticket?.contact && !row.has("contact")) return { kind: "contact", ...ticket.contact };
  return { kind: "unknown", name: by };
}

export function mapTimeEntry(row: Row, resolve: Resolver): SourceTimeEntry {
  const ticketId = ticketIdOf(row);
  const timeStart = row.date("timeStart");
  if (timeStart === undefined) throw unreadable("it has no date");
  const timeEnd = row.date("timeEnd");
  const told = row.text("billableOption");
  const billableOption = told === undefined ? "NoDefault" : readBillable(told);
  if (billableOption === undefined) throw unreadable(`“${told?.slice(0, 40)}” is no way of billing`);
  const member = row.text("member");
  const hours = row.number("actualHours");
  const [notes, internalNotes] = [row.raw("notes"), row.raw("internalNotes")];
  return compact({
    id: row.id("id") ?? digestId(ticketId, timeStart, member, String(hours), notes),
    ...auditOf(row),
    ticketId,
    member:
      member === undefined ? { id: "0", name: row.text("enteredBy") ?? "unknown" } : resolve.member(member),
    timeStart,
    timeEnd,
    actualHours: hours ?? hoursBetween(timeStart, timeEnd),
    hoursBilled: row.number("hoursBilled"),
    billableOption,
    hourlyRate: row.number("hourlyRate"),
    workType: row.text("workType"),
    notes,
    internalNotes,
  });
}

function hoursBetween(start: string, end: string | undefined): number {
  const ms = Date.parse(end ?? start) - Date.parse(start);
  if (ms < 0) throw unreadable("it ends before it starts");
  return Math.round((ms / 3_600_000) * 10_000) / 10_000;
}

/** Oldest first; at the same second what opened the ticket before the rest, then by number, else as in the file. */
export function orderNotes(notes: readonly SourceNote[]): SourceNote[] {
  const rank = (note: SourceNote) => (note.kind === "discussion" ? 0 : 1);
  return notes.toSorted(
    (a, b) =>
      Date.parse(a.dateCreated) - Date.parse(b.dateCreated) ||
      rank(a) - rank(b) ||
      Number(a.id) - Number(b.id) ||
      0,
  );
}
