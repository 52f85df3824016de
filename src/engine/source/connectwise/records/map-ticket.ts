// Service and project tickets as neutral tickets; a ticket that stands in both lists becomes one.
import type { z } from "zod";
import type { ServiceLevel, SourceTicket } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import type { ProjectTicketRow, TicketRow } from "../client/types.ts";
import { mapCustomFields } from "./map-custom-fields.ts";
import type { serviceLevelRow } from "./schema.ts";
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
    contactPhone: row.contactPhoneNumber,
    ...copiedOf(row),
    resources: listOf(row.resources),
    estimatedStart: row.estimatedStartDate,
    // None is planned by 0.
    budgetHours: row.budgetHours || undefined,
    predecessorId: row.predecessorId === "0" ? undefined : row.predecessorId,
    location: row.location?.name,
    department: row.department?.name,
    workType: row.workType?.name,
    customerUpdated: row.customerUpdatedFlag,
    site: row.site,
    closed: row.closedFlag,
    closedBy: row.closedBy,
    closedDate: row.closedDate,
    requiredDate: row.requiredDate,
    customFields: mapCustomFields(row),
  };
}

/** What ConnectWise says of a ticket's SLA; absent where it says nothing. */
export function mapServiceLevel(row: z.output<typeof serviceLevelRow>): ServiceLevel {
  return compact({
    slaBreachTime: row.resolutionGoalUTC,
    respondByGoal: row.respondByGoalUTC,
    planGoal: row.resplanGoalUTC,
    isInSla: row.isInSla,
    dateResponded: row.dateResponded,
    respondedBy: row.respondedBy,
    dateResolved: row.dateResolved,
    resolvedBy: row.resolvedBy,
    minutesWaiting: row.minutesWaiting,
  });
}

/** How the addresses are separated is not documented: whatever looks like one is taken. */
function copiedOf(row: TicketRow | ProjectTicketRow): Pick<SourceTicket, "copied" | "copiedNotified"> {
  const found = row.automaticEmailCc
    ?.toLowerCase()
    .match(/[^\s<>,;:"'()[\]]{1,64}@[^\s<>,;:"'()[\]@]{1,255}/g);
  if (!found) return {};
  const copied = [...new Set(found)].slice(0, 100);
  return compact({ copied, copiedNotified: row.automaticEmailCcFlag });
}

/** `jdoe, bsmith` */
function listOf(text: string | undefined): readonly string[] | undefined {
  const names = (text ?? "")
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.length === 0 ? undefined : [...new Set(names)];
}

/** `hasChildTicket` is true for a parent of bundled and of merged tickets alike. */
export function mapServiceTicket(row: TicketRow, slas: SlaTable): SourceTicket {
  return compact({
    ...mapShared(row),
    recordType: row.recordType,
    externalReference: row.externalXRef,
    poNumber: row.poNumber,
    team: row.team,
    severity: row.severity,
    impact: row.impact,
    sla: row.sla,
    ...mapServiceLevel(row),
    slaBreachTime:
      row.resolutionGoalUTC ?? readSlaBreachTime(slas, row.sla?.id, row.priority?.id, row._info.dateEntered),
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
