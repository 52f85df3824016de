// Time entries that hang on a ticket; those of companies, charge codes and activities belong to no conversation.
import type { SourceTimeEntry } from "../../../model/source/source.ts";
import { compact } from "../../../values/compact.ts";
import type { Reject, WholeList } from "../client/paging.ts";
import type { TimeEntryRow } from "../client/types.ts";
import { isInternal } from "./map-note.ts";

const ON_TICKETS = new Set(["ServiceTicket", "ProjectTicket"]);

/** In ConnectWise's syntax; said both in pages and in counts, so that they can be compared. */
export const ON_A_TICKET = '(chargeToType="ServiceTicket" or chargeToType="ProjectTicket")';

/** The entries that hang on tickets; one without any time can't be put in order, and is named. */
export function mapTimeEntries({ rows, rejects }: Pick<WholeList<TimeEntryRow>, "rows" | "rejects">): {
  readonly records: readonly SourceTimeEntry[];
  readonly rejects: readonly Reject[];
} {
  const undated = rows.filter((row) => timeOf(row) === undefined);
  return {
    records: rows.flatMap((row) => mapTimeEntry(row) ?? []),
    rejects: [...rejects, ...undated.map(({ id }) => ({ id, reason: NO_DATE }))],
  };
}

const NO_DATE = { code: "row_without", args: { what: "date" } } as const;

const timeOf = (row: TimeEntryRow) => row.timeStart ?? row.dateEntered ?? row._info.dateEntered;

/** Undefined for an entry that hangs on no ticket, or has no time. */
export function mapTimeEntry(row: TimeEntryRow): SourceTimeEntry | undefined {
  if (row.chargeToType !== undefined && !ON_TICKETS.has(row.chargeToType)) return undefined;
  const ticketId = row.chargeToId ?? row.ticket?.id;
  const timeStart = timeOf(row);
  if (ticketId === undefined || timeStart === undefined) return undefined;
  return compact({
    id: row.id,
    dateEntered: row.dateEntered ?? row._info.dateEntered,
    enteredBy: row.enteredBy ?? row._info.enteredBy,
    lastUpdated: row._info.lastUpdated,
    updatedBy: row._info.updatedBy,
    ticketId,
    member: row.member ?? { id: "0", name: row.enteredBy ?? row._info.enteredBy ?? "unknown" },
    timeStart,
    timeEnd: row.timeEnd,
    actualHours: row.actualHours,
    hoursBilled: row.hoursBilled,
    billableOption: row.billableOption,
    hourlyRate: row.hourlyRate,
    invoiceHours: row.invoiceHours,
    agreementHours: row.agreementHours,
    status: row.status,
    workRole: row.workRole?.name,
    workType: row.workType?.name,
    notes: row.notes,
    internalNotes: row.internalNotes,
    shownAs: shownAs(row),
  });
}

/** The boxes that `notes` was posted into, by the rule of notes. */
function shownAs(row: TimeEntryRow): SourceTimeEntry["shownAs"] {
  const boxes = {
    detailDescriptionFlag: row.addToDetailDescriptionFlag,
    internalAnalysisFlag: row.addToInternalAnalysisFlag,
    resolutionFlag: row.addToResolutionFlag,
  };
  if (isInternal(boxes)) return undefined;
  return boxes.resolutionFlag ? "resolution" : "discussion";
}
