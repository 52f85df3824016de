// Reports of tickets, notes and time entries.
import { isInternalNote } from "../tenant/notes.ts";
import type { ProjectTicket, Ticket } from "../tenant/records.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { customOf, nameOf, type Report, type SayDate, textOf } from "./cells.ts";
import type { Cell, CsvDialect } from "./write-csv.ts";

const TICKET_FIELDS = [
  ...["Vendor Ticket Number", "Warranty end", "Escalated", "Affected users", "Root cause", "Door code"],
  "Change description",
];

const TICKET_CAPTIONS = [
  ...[
    "Ticket #",
    "Record Type",
    "Summary",
    "Board",
    "Status",
    "Type",
    "Subtype",
    "Item",
    "Team",
    "Owner",
    "Priority",
  ],
  ...[
    "Severity",
    "Impact",
    "Source",
    "SLA",
    "Agreement",
    "Project",
    "Project ID",
    "Phase",
    "WBS Code",
    "Company",
    "Contact",
  ],
  ...[
    "Contact Email",
    "Site",
    "Entered",
    "Entered By",
    "Closed",
    "Closed By",
    "Closed Flag",
    "Date Resolved",
  ],
  ...["Required Date", "Last Updated", "Parent Ticket #", "Merged Into", ...TICKET_FIELDS],
];

function ticketRow(ticket: Ticket | ProjectTicket, date: SayDate): Record<string, Cell> {
  const merged = ticket.mergedParentTicket as { readonly id: number } | undefined;
  const project = ticket.project as { readonly id: number; readonly name: string } | undefined;
  return {
    "Ticket #": ticket.id,
    "Record Type":
      "isIssueFlag" in ticket
        ? ticket.isIssueFlag
          ? "ProjectIssue"
          : "ProjectTicket"
        : textOf(ticket.recordType),
    Summary: ticket.summary,
    Board: ticket.board.name,
    Status: ticket.status.name,
    Type: ticket.type?.name,
    Subtype: ticket.subType?.name,
    Item: ticket.item?.name,
    Team: nameOf(ticket.team),
    Owner: ticket.owner?.name,
    Priority: ticket.priority?.name,
    Severity: textOf(ticket.severity),
    Impact: textOf(ticket.impact),
    Source: ticket.source?.name,
    SLA: nameOf(ticket.sla),
    Agreement: ticket.agreement?.name,
    Project: project?.name,
    "Project ID": project?.id,
    Phase: nameOf(ticket.phase),
    "WBS Code": textOf(ticket.wbsCode),
    Company: ticket.company.name,
    Contact: ticket.contact?.name ?? ticket.contactName,
    "Contact Email": ticket.contactEmailAddress,
    Site: ticket.site?.name,
    Entered: date(ticket._info.dateEntered),
    "Entered By": ticket._info.enteredBy,
    Closed: date(ticket.closedDate),
    "Closed By": ticket.closedBy,
    "Closed Flag": ticket.closedFlag,
    "Date Resolved": date(ticket.dateResolved),
    "Required Date": date(ticket.requiredDate),
    "Last Updated": date(ticket._info.lastUpdated),
    "Parent Ticket #": textOf(ticket.parentTicketId),
    "Merged Into": merged?.id,
    ...customOf(ticket.customFields),
  };
}

const NOTE_CAPTIONS = [
  "Note ID",
  "Ticket #",
  "Note Type",
  "Internal",
  "Time Flag",
  "Date Created",
  "Created By",
  "Member",
  "Contact",
  "Note",
];

function* noteRows(
  tenant: Tenant,
  tickets: readonly { readonly id: number }[],
  date: SayDate,
): Generator<Record<string, Cell>> {
  for (const { id } of tickets) {
    const notes = tenant.notesOf(id).map((note) => ({ ...note, timeFlag: 0 }));
    for (const note of [...notes, ...timeNotesOf(tenant, id)]) {
      yield {
        "Note ID": note.id,
        "Ticket #": id,
        "Note Type": note.resolutionFlag
          ? "Resolution"
          : note.detailDescriptionFlag
            ? "Discussion"
            : "Internal",
        Internal: isInternalNote(note),
        "Time Flag": note.timeFlag,
        "Date Created": date(note.dateCreated),
        "Created By": note.createdBy,
        Member: note.member?.name,
        Contact: note.contact?.name,
        Note: note.text,
      };
    }
  }
}

/** Texts of time entries that were posted into the ticket: reports list them among its notes. */
export function timeNotesOf(tenant: Tenant, ticketId: number) {
  return tenant
    .timeEntriesOf(ticketId)
    .filter(
      (entry) =>
        entry.notes &&
        (entry.addToDetailDescriptionFlag || entry.addToInternalAnalysisFlag || entry.addToResolutionFlag),
    )
    .map((entry) => ({
      id: TIME_NOTE_IDS + entry.id,
      text: entry.notes ?? "",
      detailDescriptionFlag: entry.addToDetailDescriptionFlag,
      internalAnalysisFlag: entry.addToInternalAnalysisFlag,
      resolutionFlag: entry.addToResolutionFlag,
      timeFlag: 1,
      dateCreated: entry.timeStart,
      createdBy: entry.member.identifier,
      member: entry.member,
      contact: undefined,
    }));
}

const TIME_NOTE_IDS = 50_000_000;

/** Each ticket once: the service list's row completed by the project list's, where it stands in both. */
export function bothLists(tenant: Tenant): readonly (Ticket | ProjectTicket)[] {
  const byId = new Map<number, Ticket | ProjectTicket>(
    tenant.projectTickets.map((ticket) => [ticket.id, ticket]),
  );
  for (const ticket of tenant.tickets) byId.set(ticket.id, { ...byId.get(ticket.id), ...ticket });
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

export function assembleDeskReports(tenant: Tenant, date: SayDate, options: CsvDialect): Report[] {
  const tickets = bothLists(tenant);
  return [
    {
      name: "tickets.csv",
      captions: TICKET_CAPTIONS,
      rows: tickets.map((ticket) => ticketRow(ticket, date)),
    },
    { name: "ticket notes.csv", captions: NOTE_CAPTIONS, rows: noteRows(tenant, tickets, date) },
    {
      name: "time entries.csv",
      captions: [
        ...["Time Entry ID", "Ticket #", "Member", "Time Start", "Time End", "Actual Hours", "Hours Billed"],
        ...[
          "Billable Option",
          "Hourly Rate",
          "Work Type",
          "Notes",
          "Internal Notes",
          "Date Entered",
          "Last Updated",
        ],
      ],
      rows: tenant.timeEntries.map((entry) => ({
        "Time Entry ID": entry.id,
        "Ticket #": entry.ticket?.id,
        Member: entry.member.name,
        "Time Start": date(entry.timeStart),
        "Time End": date(entry.timeEnd),
        "Actual Hours": sayNumber(entry.actualHours, options),
        "Hours Billed": sayNumber(entry.hoursBilled, options),
        "Billable Option": entry.billableOption,
        "Hourly Rate": sayNumber(entry.hourlyRate, options),
        "Work Type": nameOf(entry.workType),
        Notes: entry.notes,
        "Internal Notes": entry.internalNotes,
        "Date Entered": date(entry.dateEntered),
        "Last Updated": date(entry._info.lastUpdated),
      })),
    },
  ];
}

/** Where semicolons divide the cells, commas divide the number. */
function sayNumber(value: number, { separator }: CsvDialect): string {
  return separator === ";" ? String(value).replace(".", ",") : String(value);
}
