// Rows of notes and time entries as neutral records; who wrote a note is resolved, never assumed.
import { SkipError } from "../../../errors.ts";
import type { SourceNote, SourceTicket, SourceTimeEntry } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import { foldName } from "../../../values/fold-name.ts";
import { digestId, plainName } from "../tables/name-ids.ts";
import type { Resolver } from "../tables/resolve.ts";
import { readClock } from "../text/read-clock.ts";
import { readBillable, readNoteKind } from "../text/read-values.ts";
import { type Row, unreadable } from "../text/row-reader.ts";
import { auditOf, memberFactsOf } from "./map-people.ts";

export function ticketIdOf(row: Row): string {
  const id = row.id("ticketId");
  if (id === undefined) throw unreadable("it names no ticket");
  return id;
}

/** The code of a note whose place among the others nobody knows. */
export const UNDATED = "note_undated";

type Kind = Pick<SourceNote, "kind" | "internal">;

/** What the three boxes say, where the export has them; absent without. */
function kindByBoxes(row: Row): Kind | undefined {
  const boxes = ["detailDescriptionFlag", "internalAnalysisFlag", "resolutionFlag"] as const;
  if (!boxes.some((box) => row.has(box))) return undefined;
  const [discussion, internal, resolution] = boxes.map((box) => row.flag(box) ?? false);
  return {
    kind: resolution ? "resolution" : discussion ? "discussion" : "internal",
    // As over the API: internal when its box is ticked, or none is.
    internal: internal === true || !(discussion || resolution),
  };
}

/** By a column for the kind, and one that says yes or no. A note of which nothing is said is internal. */
function kindByWords(row: Row): Kind {
  const told = row.text("kind");
  const flagged = row.flag("internal");
  const kind =
    (told === undefined ? undefined : readNoteKind(told)) ?? (flagged === false ? "discussion" : "internal");
  return { kind, internal: flagged === true || kind === "internal" };
}

/**
 * A note whose kind says nothing, in a file without a column for it, is internal: showing it to a customer could
 * not be undone. Without an id of its own it gets one from what it says. A note without a date is given no other's.
 */
export function mapNote(row: Row, ticket: SourceTicket | undefined, resolve: Resolver): SourceNote {
  const ticketId = ticketIdOf(row);
  const text = row.raw("text") ?? "";
  const dateCreated = row.date("dateCreated") ?? row.date("lastUpdated");
  if (dateCreated === undefined) {
    throw new SkipError({ code: "note_undated" });
  }
  const { kind, internal } = kindByBoxes(row) ?? kindByWords(row);
  const author = authorOf(row, ticket, resolve);
  return {
    id: row.id("id") ?? digestId(ticketId, dateCreated, kind, author.name, text),
    ticketId,
    kind,
    internal,
    text,
    dateCreated,
    author,
  };
}

function authorOf(row: Row, ticket: SourceTicket | undefined, resolve: Resolver): SourceNote["author"] {
  const [contact, by, email] = [row.text("contact"), row.text("createdBy"), row.text("contactEmail")];
  const member = resolve.member(memberFactsOf(row, "member", row.text("member")));
  // Reports fill one of the two; with both, the member wrote and the contact is the ticket's.
  if (member) {
    // Of somebody who is gone a key alone remains; the login beside it says more.
    const name = member.name === member.id ? (by ?? member.name) : member.name;
    return compact({ kind: "member" as const, ...member, name });
  }
  const contactId = row.id("contactId");
  if (contact !== undefined || email !== undefined || contactId !== undefined) {
    if (ticket?.contact && isContactOf(ticket, contactId, contact))
      return { kind: "contact", ...ticket.contact };
    const found = resolve.contact({ id: contactId, name: contact, email, company: ticket?.company });
    return compact({ kind: "contact" as const, ...found, name: contact ?? email ?? found?.name });
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

function isContactOf({ contact }: SourceTicket, id: string | undefined, name: string | undefined): boolean {
  if (id !== undefined) return contact?.id === id;
  return name !== undefined && foldName(plainName(contact?.name ?? "")) === foldName(plainName(name));
}

/** Undefined for an entry that hangs on no ticket. @throws SkipError when it can't be read */
export function mapTimeEntry(row: Row, resolve: Resolver): SourceTimeEntry | undefined {
  const charged = row.text("chargeToType");
  if (charged !== undefined && !/ticket/i.test(charged)) return undefined;
  const ticketId = row.id("ticketId");
  if (ticketId === undefined) return undefined;
  const timeStart = row.moment("date", "timeStart");
  if (timeStart === undefined) throw unreadable("it has no date");
  const timeEnd = endOf(row, timeStart);
  const told = row.text("billableOption");
  const billableOption = told === undefined ? "NoDefault" : readBillable(told);
  if (billableOption === undefined) throw unreadable(`“${told?.slice(0, 40)}” is no way of billing`);
  const full = [row.text("memberFirstName"), row.text("memberLastName")].filter(Boolean).join(" ");
  const name = row.text("member") ?? (full || undefined);
  const [wip, invoiced] = [row.hours("wipHours"), row.hours("invoiceHours")];
  const hours =
    row.hours("actualHours") ??
    (wip === undefined && invoiced === undefined ? undefined : (wip ?? 0) + (invoiced ?? 0));
  const [notes, internalNotes] = [row.raw("notes"), row.raw("internalNotes")];
  const boxes = kindByBoxes(row);
  return compact({
    id: row.id("id") ?? digestId(ticketId, timeStart, name, String(hours), notes),
    ...auditOf(row),
    ticketId,
    member: resolve.member(memberFactsOf(row, "member", name)) ?? {
      id: "0",
      name: row.text("enteredBy") ?? "unknown",
    },
    timeStart,
    timeEnd,
    actualHours: hours ?? hoursBetween(timeStart, timeEnd),
    hoursBilled: row.hours("hoursBilled") ?? invoiced,
    billableOption,
    hourlyRate: row.number("hourlyRate"),
    invoiceHours: invoiced,
    agreementHours: row.hours("agreementHours"),
    status: row.text("status"),
    workRole: row.text("workRole"),
    workType: row.text("workType"),
    notes,
    internalNotes,
    shownAs: boxes && !boxes.internal && boxes.kind !== "internal" ? boxes.kind : undefined,
  });
}

/** An end that is a time of day before the start's lies on the next day. */
function endOf(row: Row, start: string): string | undefined {
  if (row.text("timeEnd") === undefined) return undefined;
  const end = row.moment("date", "timeEnd");
  if (end === undefined || readClock(row.text("timeEnd")) === undefined || end >= start) return end;
  return `${new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 19)}Z`;
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
