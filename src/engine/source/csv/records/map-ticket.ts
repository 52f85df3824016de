// Rows of tickets as neutral records, with the texts that a report puts into the ticket's own row as notes.
import type { Ref, SourceNote, SourceTicket } from "../../../model/source.ts";
import { digestId, nameId } from "../tables/name-ids.ts";
import type { Resolver } from "../tables/resolve.ts";
import { soundsClosed } from "../text/read-values.ts";
import { type Row, unreadable } from "../text/row-reader.ts";
import { compact } from "./compact.ts";
import { auditOf, requireId } from "./map-people.ts";

const RECORD_TYPES: Readonly<Record<string, SourceTicket["recordType"]>> = {
  serviceticket: "ServiceTicket",
  projectticket: "ProjectTicket",
  projectissue: "ProjectIssue",
};

export function mapTicket(row: Row, resolve: Resolver): SourceTicket {
  const id = requireId(row);
  const named = (field: string): Ref | undefined => {
    const name = row.text(field);
    return name === undefined ? undefined : { id: nameId(name), name };
  };
  const listed = (kind: "priority" | "sla") => {
    const name = row.text(kind);
    return name === undefined ? undefined : resolve.listed(kind, name);
  };
  const [boardName, statusName, owner] = [row.text("board"), row.text("status"), row.text("owner")];
  const board = boardName === undefined ? undefined : resolve.board(boardName);
  const company = resolve.company(row.id("companyId"), row.text("company"));
  const [contactName, contactEmail] = [row.text("contact"), row.text("contactEmail")];
  const contactId = row.id("contactId");
  const closedDate = row.date("closedDate");
  return compact({
    id,
    ...auditOf(row),
    recordType: recordTypeOf(row),
    summary: row.raw("summary") ?? "",
    board,
    status: statusName === undefined ? undefined : resolve.status(board, statusName),
    ticketType: named("ticketType"),
    subType: named("subType"),
    item: named("item"),
    team: named("team"),
    owner: owner === undefined ? undefined : resolve.member(owner),
    priority: listed("priority"),
    severity: row.text("severity"),
    impact: row.text("impact"),
    source: named("source"),
    sla: listed("sla"),
    agreement: named("agreement"),
    project: projectOf(row),
    phase: named("phase"),
    wbsCode: row.text("wbsCode"),
    company,
    contact: resolve.contact({ id: contactId, name: contactName, email: contactEmail, company }),
    contactName,
    contactEmail,
    site: named("site"),
    closed: row.flag("closed") ?? isClosed(row, closedDate, statusName),
    closedBy: row.text("closedBy"),
    closedDate,
    dateResolved: row.date("dateResolved"),
    requiredDate: row.date("requiredDate"),
    slaBreachTime: row.date("slaBreachTime"),
    parentTicketId: row.id("parentTicketId"),
    mergedParentTicketId: row.id("mergedParentTicketId"),
    hasChildTicket: false,
    customFields: row.customFields(),
  });
}

/** A closing date says it best; the status's name only where the export has no such column. */
function isClosed(row: Row, closedDate: string | undefined, status: string | undefined): boolean {
  if (row.has("closedDate")) return closedDate !== undefined;
  return status !== undefined && soundsClosed(status);
}

function recordTypeOf(row: Row): SourceTicket["recordType"] {
  const told = row
    .text("recordType")
    ?.toLowerCase()
    .replace(/[^a-z]/g, "");
  if (told !== undefined) {
    const known = new Map(Object.entries(RECORD_TYPES)).get(told);
    if (known === undefined) throw unreadable("its record type is none of ConnectWise's");
    return known;
  }
  return row.text("project") ? "ProjectTicket" : "ServiceTicket";
}

function projectOf(row: Row): Ref | undefined {
  const [id, name] = [row.id("projectId"), row.text("project")];
  if (id !== undefined) return name === undefined ? { id } : { id, name };
  return name === undefined ? undefined : { id: nameId(name), name };
}

/** Description, internal analysis and resolution of the ticket's row; without any date they have no place in time. */
export function mapTicketTexts(row: Row, ticket: SourceTicket): SourceNote[] {
  const { contact, owner, dateEntered } = ticket;
  const ended = ticket.dateResolved ?? ticket.closedDate ?? ticket.lastUpdated ?? dateEntered;
  const byOwner: SourceNote["author"] = owner ? { kind: "member", ...owner } : { kind: "unknown" };
  const byContact: SourceNote["author"] = contact
    ? { kind: "contact", ...contact }
    : compact({ kind: "unknown" as const, name: ticket.contactName });
  const texts = [
    ["description", "discussion", dateEntered, byContact],
    ["internalAnalysis", "internal", dateEntered, byOwner],
    ["resolution", "resolution", ended, byOwner],
  ] as const;
  return texts.flatMap(([field, kind, dateCreated, author]) => {
    const text = row.raw(field);
    if (!text?.trim() || dateCreated === undefined) return [];
    const id = digestId(ticket.id, field);
    return [{ id, ticketId: ticket.id, kind, internal: kind === "internal", text, dateCreated, author }];
  });
}
