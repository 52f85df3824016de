// How tickets and notes look from each endpoint: lists carry stale SLA minutes, `/allNotes` gathers everything.
import { findById } from "../tenant/desk.ts";
import type { ServiceNote, TicketBase, TimeEntry } from "../tenant/records.ts";
import type { Tenant } from "../tenant/tenant.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** In a list, the SLA minutes and goals of an open ticket are those of the last calculation: before it waited. */
export function staleSla(record: object): object {
  if (Reflect.get(record, "closedFlag") === true) return record;
  const { resolutionGoalUTC } = record as { readonly resolutionGoalUTC?: string };
  const stale = resolutionGoalUTC && new Date(Date.parse(resolutionGoalUTC) - DAY).toISOString();
  return {
    ...record,
    respondMinutes: 0,
    resolveMinutes: 0,
    escalationLastUpdateMinutes: 0,
    ...(stale ? { resolutionGoalUTC: `${stale.slice(0, 19)}Z` } : {}),
  };
}

/** Alone, or from calculateSla, they are counted up to now. */
export function freshSla(record: object, nowMs: number): object {
  const { closedFlag, _info } = record as TicketBase;
  if (closedFlag) return record;
  const minutes = Math.max(
    0,
    Math.round((nowMs - Date.parse(_info.dateEntered.replace(/Z?$/, "Z"))) / MINUTE),
  );
  return { ...record, resolveMinutes: minutes, escalationLastUpdateMinutes: minutes };
}

/** Notes of project tickets lack when and by whom; `_info` alone says it. */
export function projectNote(record: object): object {
  const { dateCreated, createdBy, ...note } = record as ServiceNote;
  return note;
}

const isIn =
  (ticketId: number) =>
  (ticket: {
    readonly id: number;
    readonly parentTicketId?: number;
    readonly mergedParentTicket?: { readonly id: number };
  }) =>
    ticket.id === ticketId ||
    ticket.parentTicketId === ticketId ||
    ticket.mergedParentTicket?.id === ticketId;

function ticketNote(note: ServiceNote, ticket: TicketBase, merged: boolean, bundled: boolean): object {
  const {
    id,
    text,
    detailDescriptionFlag,
    internalAnalysisFlag,
    resolutionFlag,
    issueFlag,
    member,
    contact,
    createdBy,
    _info,
  } = note;
  return {
    id,
    noteType: "TicketNote",
    ticket: { id: ticket.id, summary: ticket.summary },
    text,
    ...("recordType" in ticket ? { isMarkdownFlag: text.startsWith("# ") } : {}),
    detailDescriptionFlag,
    internalAnalysisFlag,
    resolutionFlag,
    bundledFlag: bundled,
    mergedFlag: merged,
    issueFlag,
    originalAuthor: member?.name ?? contact?.name ?? createdBy,
    ...(member ? { member } : {}),
    ...(contact ? { contact } : {}),
    _info,
  };
}

function timeEntryNote(entry: TimeEntry, merged: boolean): object {
  return {
    id: entry.id,
    noteType: "TimeEntryNote",
    ticket: entry.ticket,
    text: entry.notes ?? "",
    detailDescriptionFlag: entry.addToDetailDescriptionFlag,
    internalAnalysisFlag: entry.addToInternalAnalysisFlag,
    resolutionFlag: entry.addToResolutionFlag,
    timeStart: entry.timeStart,
    ...(entry.timeEnd ? { timeEnd: entry.timeEnd } : {}),
    bundledFlag: false,
    mergedFlag: merged,
    issueFlag: false,
    originalAuthor: entry.member.name,
    member: entry.member,
    _info: entry._info,
  };
}

/** The ticket, and those merged or bundled into it; only parents are worth the search. */
function relativesOf(tenant: Tenant, ticketId: number, kind: "service" | "project"): readonly TicketBase[] {
  const project = kind === "project" ? findById(tenant.projectTickets, ticketId) : undefined;
  if (project) return [project];
  const ticket = findById(tenant.tickets, ticketId);
  if (!ticket) return [];
  return ticket.hasChildTicket || ticket.hasMergedChildTicketFlag
    ? tenant.tickets.filter(isIn(ticketId))
    : [ticket];
}

/** The notes and time entries of a ticket and of what was merged or bundled into it, by date. */
export function allNotesOf(tenant: Tenant, ticketId: number, kind: "service" | "project"): object[] {
  const tickets = relativesOf(tenant, ticketId, kind);
  const notes = tickets.flatMap((ticket) => {
    const merged = ticket.id !== ticketId && ticket.mergedParentTicket !== undefined;
    const bundled = ticket.id !== ticketId && !merged;
    const entries = tenant.timeEntriesOf(ticket.id).filter((entry) => entry.notes);
    return [
      ...tenant.notesOf(ticket.id).map((note) => ticketNote(note, ticket, merged, bundled)),
      ...entries.map((entry) => timeEntryNote(entry, merged)),
    ];
  });
  const entered = (note: object) =>
    String((Reflect.get(note, "_info") as { dateEntered: string }).dateEntered);
  return notes.sort((a, b) => (entered(a) < entered(b) ? -1 : entered(a) > entered(b) ? 1 : 0));
}
