// When a ticket's resolution was due, where that can be said honestly.
import type { SourceSla } from "../../../model/source/source.ts";

export interface SlaTable {
  readonly byId: ReadonlyMap<string, { readonly sla: SourceSla; readonly resolutionHours?: number }>;
}

/**
 * `dateEntered` plus the SLA's resolution hours for the priority, only for SLAs that count all hours.
 *
 * Lists carry stale SLA minutes, and `slaStatus` is text without a year: neither is read. An SLA that counts
 * business hours needs its calendar, holidays and time zone, which ConnectWise evaluates per location; there
 * the value stays absent rather than wrong. Pauses while waiting for the customer are not added: it is the
 * time that was promised when the ticket was entered.
 */
export function readSlaBreachTime(
  slas: SlaTable,
  slaId: string | undefined,
  priorityId: string | undefined,
  dateEntered: string | undefined,
): string | undefined {
  const found = slaId === undefined ? undefined : slas.byId.get(slaId);
  if (!found || found.sla.businessHours || dateEntered === undefined) return undefined;
  const own = found.sla.priorities.find(({ priority }) => priority.id === priorityId)?.resolutionHours;
  const hours = own ?? found.resolutionHours;
  if (hours === undefined || hours <= 0) return undefined;
  const due = Date.parse(dateEntered) + hours * 3_600_000;
  return `${new Date(due).toISOString().slice(0, 19)}Z`;
}
