// Service and project tickets as neutral tickets; a ticket that stands in both lists becomes one.
import type { SourceTicket } from "../../../model/source.ts";
import { compact } from "../client/border.ts";
import type { ProjectTicketRow, TicketRow } from "../client/types.ts";
import { mapCustomFields } from "./map-custom-fields.ts";
import { readSlaBreachTime, type SlaTable } from "./sla-breach-time.ts";

function mapShared(row: TicketRow | ProjectTicketRow) {
  return {
    id: row.id,
    dateEntered: row._info.dateEntered,
    enteredBy: row._info.enteredBy,
    lastUpdated: row._info.lastUpdated,
    updatedBy: row._info.updatedBy,
    summary: row.summary,
    board: row.board,
    status: row.status,
    ticketType: row.type,
    subType: row.subType,
    item: row.item,
    owner: row.owner,
    priority: row.priority,
    source: row.source,
    agreement: row.agreement,
    company: row.company,
    contact: row.contact,
    contactName: row.contactName,
    contactEmail: row.contactEmailAddress,
    site: row.site,
    closed: row.closedFlag,
    closedBy: row.closedBy,
    closedDate: row.closedDate,
    requiredDate: row.requiredDate,
    customFields: mapCustomFields(row),
  };
}

/** `hasChildTicket` is true for a parent of bundled and of merged tickets alike. */
export function mapServiceTicket(row: TicketRow, slas: SlaTable): SourceTicket {
  return compact({
    ...mapShared(row),
    recordType: row.recordType,
    team: row.team,
    severity: row.severity,
    impact: row.impact,
    sla: row.sla,
    dateResolved: row.dateResolved,
    slaBreachTime: readSlaBreachTime(slas, row.sla?.id, row.priority?.id, row._info.dateEntered),
    // Parent 0 stands for none.
    parentTicketId: row.parentTicketId === "0" ? undefined : row.parentTicketId,
    mergedParentTicketId: row.mergedParentTicket?.id,
    hasChildTicket: row.hasChildTicket || row.hasMergedChildTicketFlag,
  });
}

export function mapProjectTicket(row: ProjectTicketRow): SourceTicket {
  return compact({
    ...mapShared(row),
    recordType: row.isIssueFlag ? ("ProjectIssue" as const) : ("ProjectTicket" as const),
    project: row.project,
    phase: row.phase,
    wbsCode: row.wbsCode,
    hasChildTicket: false,
  });
}

/** The service list knows SLA, team and merging; the project list knows the project. */
export function mergeTickets(service: SourceTicket, project: SourceTicket): SourceTicket {
  return { ...project, ...service, recordType: project.recordType };
}
