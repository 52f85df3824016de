// The audit trail of a ticket: entries without id and without `_info`, made when asked for.
import type { ServiceNote, TicketBase } from "./records.ts";

export interface AuditTrailEntry {
  readonly text: string;
  readonly enteredDate: string;
  readonly enteredBy: string;
  readonly auditType: string;
  readonly auditSubType: string;
  readonly auditSource: string;
}

export function auditTrailOf(ticket: TicketBase, notes: readonly ServiceNote[]): AuditTrailEntry[] {
  const entry = (text: string, enteredDate: string, enteredBy: string, auditSubType: string) => ({
    text,
    enteredDate,
    enteredBy,
    auditType: "Record",
    auditSubType,
    auditSource: "Internal",
  });
  const trail = [
    entry(
      `Service Ticket was created on Board "${ticket.board.name}"`,
      ticket._info.dateEntered,
      ticket._info.enteredBy,
      "Ticket",
    ),
  ];
  for (const note of notes.slice(1))
    trail.push(entry("A note was added.", note.dateCreated, note.createdBy, "Notes"));
  if (ticket.closedDate) {
    const text = `The Status was updated from "In Progress" to "${ticket.status.name}"`;
    trail.push(entry(text, ticket.closedDate, ticket.closedBy ?? "", "Status"));
  }
  return trail;
}
