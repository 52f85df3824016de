// Rows of tickets as neutral records, with the texts that a report puts into the ticket's own row as notes.
import type { Ref, SourceNote, SourceTicket } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import { digestId, nameId } from "../tables/name-ids.ts";
import type { Resolver } from "../tables/resolve.ts";
import { readFlag, soundsClosed } from "../text/read-values.ts";
import { type Row, unreadable } from "../text/row-reader.ts";
import { auditOf, companyOf, customFieldsOf, listOf, memberFactsOf, requireId } from "./map-people.ts";

const RECORD_TYPES: Readonly<Record<string, SourceTicket["recordType"]>> = {
  serviceticket: "ServiceTicket",
  projectticket: "ProjectTicket",
  projectissue: "ProjectIssue",
};

export function mapTicket(row: Row, resolve: Resolver): SourceTicket {
  const id = requireId(row);
  const named = (field: string): Ref | undefined => {
    const [name, given] = [row.text(field), row.key(`${field}Id`)];
    if (name === undefined) return given === undefined ? undefined : { id: given };
    return { id: given ?? nameId(name), name };
  };
  const listed = (kind: "priority" | "sla") => resolve.listed(kind, row.text(kind), row.key(`${kind}Id`));
  const statusName = row.text("status");
  const board = resolve.board(row.text("board"), row.key("boardId"));
  const company = resolve.company(companyOf(row));
  const contactEmail = row.text("contactEmail");
  const contactName = row.text("contact") ?? row.text("contactName");
  const contactId = row.id("contactId");
  // A column called Closed holds a date in one export, yes or no in another.
  const closedWord = readFlag(row.text("closedDate") ?? "");
  const closedDate = closedWord === undefined ? row.date("closedDate") : undefined;
  return compact({
    id,
    ...auditOf(row),
    recordType: recordTypeOf(row),
    summary: row.raw("summary") ?? "",
    board,
    status: resolve.status(board, statusName, row.key("statusId")),
    ticketType: named("ticketType"),
    subType: named("subType"),
    item: named("item"),
    team: named("team"),
    owner: ownerOf(row, resolve),
    priority: listed("priority"),
    severity: row.text("severity"),
    impact: row.text("impact"),
    source: named("source"),
    sla: listed("sla"),
    agreement: named("agreement"),
    project: named("project"),
    phase: named("phase"),
    wbsCode: row.text("wbsCode"),
    company,
    contact: resolve.contact({ id: contactId, name: contactName, email: contactEmail, company }),
    contactName,
    contactEmail,
    site: named("site"),
    closed: row.flag("closed") ?? closedWord ?? isClosed(row, closedDate, statusName),
    closedBy: row.text("closedBy"),
    closedDate,
    dateResolved: row.date("dateResolved"),
    requiredDate: row.date("requiredDate"),
    slaBreachTime: row.date("slaBreachTime"),
    respondByGoal: row.date("respondByGoal"),
    planGoal: row.date("planGoal"),
    isInSla: row.flag("isInSla"),
    dateResponded: row.date("dateResponded"),
    respondedBy: row.text("respondedBy"),
    resolvedBy: row.text("resolvedBy"),
    minutesWaiting: row.number("minutesWaiting"),
    ...copiedOf(row),
    resources: resourcesOf(row),
    contactPhone: row.text("contactPhone"),
    externalReference: row.text("externalReference"),
    poNumber: row.text("poNumber"),
    estimatedStart: row.date("estimatedStart"),
    // None is planned by 0.
    budgetHours: row.hours("budgetHours") || undefined,
    predecessorId: row.id("predecessorId"),
    location: row.text("location"),
    department: row.text("department"),
    workType: row.text("workType"),
    customerUpdated: row.flag("customerUpdated"),
    parentTicketId: row.id("parentTicketId"),
    mergedParentTicketId: row.id("mergedParentTicketId"),
    hasChildTicket: false,
    customFields: customFieldsOf(row),
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

/** The owner; without one, whom the list of technicians names, if it is one alone. */
function ownerOf(row: Row, resolve: Resolver): Ref | undefined {
  const full = [row.text("ownerFirstName"), row.text("ownerLastName")].filter(Boolean).join(" ");
  const name = row.text("owner") ?? (full || undefined);
  const owner = resolve.member(memberFactsOf(row, "owner", name));
  if (owner) return owner;
  const [only, ...others] = resourcesOf(row) ?? [];
  return only === undefined || others.length > 0 ? undefined : resolve.member({ login: only });
}

/** `jdoe, bsmith` */
function resourcesOf(row: Row): readonly string[] | undefined {
  const logins = [...new Set(listOf(row.text("resources")))];
  return logins.length === 0 ? undefined : logins;
}

/** Whatever looks like an address, as over the API. */
function copiedOf(row: Row): Pick<SourceTicket, "copied" | "copiedNotified"> {
  const found = row
    .text("copied")
    ?.toLowerCase()
    .match(/[^\s<>,;:"'()[\]]{1,64}@[^\s<>,;:"'()[\]@]{1,255}/g);
  if (!found) return {};
  return compact({ copied: [...new Set(found)].slice(0, 100), copiedNotified: row.flag("copiedNotified") });
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
